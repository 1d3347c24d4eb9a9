package io.switchboard.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Random days seldom have much come back at the same millisecond. */
class OpeningTest {
    private final Engine engine = new Engine();
    private final List<Event> events = new ArrayList<>();

    @Test
    void ofWhatComesBackAtTheSameTimeTheMostUrgentGoesFirst() {
        tell(new Command.Apply(0, APolicy.with().build()));
        tell(new Command.SetPresence(0, "anna", Presence.AVAILABLE, null));
        for (int number = 1; number <= 3; number++) {
            tell(new Command.Arrive(0, work(number), "voice", "", "de", 0, false, 0, null));
            tell(new Command.Accept(0, "anna", lastOffer().sequence()));
            tell(new Command.Postpone(0, "anna", work(number), 1_000_000));
        }
        tell(new Command.Update(0, work(2), 100, false));
        events.clear();
        tell(new Command.Tick(1_000_000));
        assertThat(lastOffer().work()).isEqualTo(work(2));
    }

    private static UUID work(int number) {
        return new UUID(0, number);
    }

    private void tell(Command command) {
        engine.handle(command, events::add);
    }

    private Event.Offered lastOffer() {
        return events.stream()
                .filter(Event.Offered.class::isInstance)
                .map(Event.Offered.class::cast)
                .reduce((_, later) -> later)
                .orElseThrow();
    }
}
