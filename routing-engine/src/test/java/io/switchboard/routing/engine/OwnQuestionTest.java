package io.switchboard.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Random days come to this only now and then. */
class OwnQuestionTest {
    private static final UUID WORK = new UUID(0, 1);
    private static final UUID QUESTION = new UUID(0, 2);

    private final Engine engine = new Engine();
    private final List<Event> events = new ArrayList<>();

    @Test
    void whoAsksIsNeverOfferedTheirQuestionAlsoWhenTheyTookItAndGaveItBack() {
        tell(new Command.Apply(0, APolicy.with().build()));
        tell(new Command.SetPresence(0, "anna", Presence.AVAILABLE, null));
        tell(new Command.Arrive(0, WORK, "email", "", "de", 0, false, 0, null));
        tell(new Command.Accept(0, "anna", events.getLast().sequence()));
        tell(new Command.Consult(0, "anna", WORK, QUESTION, new Command.Target.ToQueue("general")));
        tell(new Command.Pick(0, "anna", QUESTION));
        tell(new Command.Release(0, "anna", QUESTION, null));
        tell(new Command.Tick(1_000_000)); // long after the pause
        assertThat(offered()).isEmpty();
        tell(new Command.SetPresence(1_000_000, "ben", Presence.AVAILABLE, null));
        assertThat(offered()).containsExactly("ben");
    }

    private void tell(Command command) {
        engine.handle(command, events::add);
    }

    private List<String> offered() {
        return events.stream()
                .filter(event ->
                        event instanceof Event.Offered offer && offer.work().equals(QUESTION))
                .map(event -> ((Event.Offered) event).agent())
                .toList();
    }
}
