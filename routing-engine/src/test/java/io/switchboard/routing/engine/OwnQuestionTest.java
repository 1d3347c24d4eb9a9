package io.switchboard.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Random days come to this only now and then. */
class OwnQuestionTest {
    private static final UUID WORK = new UUID(0, 1);
    private static final UUID QUESTION = new UUID(0, 2);

    private final Engine engine = new Engine();
    private final List<Event> events = new ArrayList<>();

    @Test
    void whoAsksIsNeverOfferedTheirQuestionAlsoWhenTheyTookItAndGaveItBack() {
        annaHasWork();
        annaAsks(new Command.Target.ToQueue("general"));
        tell(new Command.Pick(0, "anna", QUESTION));
        tell(new Command.Release(0, "anna", QUESTION, null));
        tell(new Command.Tick(1_000_000)); // long after the pause
        assertThat(offered()).isEmpty();
        tell(new Command.SetPresence(1_000_000, "ben", Presence.AVAILABLE, null));
        assertThat(offered()).containsExactly("ben");
    }

    @Test
    void transferredWorkWaitsBeforeItsQuestionIsTakenBack() {
        annaHasWork();
        tell(new Command.SetPresence(0, "ben", Presence.AVAILABLE, null));
        annaAsks(new Command.Target.ToAgent("ben"));
        tell(new Command.Apply(0, aQueueMore()));
        events.clear();
        tell(new Command.Transfer(0, "anna", WORK, new Command.Target.ToAgent("ben")));
        assertThat(the(Event.Queued.class).map(Event.Queued::work)).containsExactly(QUESTION, WORK);
        assertThat(the(Event.Queued.class).map(Event.Queued::waiting)).containsExactly(2, 1);
    }

    /** Or a restart would tie the work to whatever next bears the id of the question. */
    @Test
    void answeredQuestionsAreForgottenByWhatTheyWereAbout() {
        engine.rememberChanges();
        annaHasWork();
        annaAsks(new Command.Target.ToQueue("general"));
        tell(new Command.SetPresence(0, "ben", Presence.AVAILABLE, null));
        tell(new Command.Accept(0, "ben", events.getLast().sequence()));
        assertThat(question(engine.takeChanges())).isEqualTo(QUESTION);
        tell(new Command.Complete(0, "ben", QUESTION));
        assertThat(question(engine.takeChanges())).isNull();
    }

    /** What was remembered before questions were forgotten may still name one, and its id may be another work's by now. */
    @Test
    void otherWorkWithTheIdOfAnAnsweredQuestionIsNoQuestion() {
        engine.rememberChanges();
        annaHasWork();
        Map<String, Memory> kept = new HashMap<>();
        annaAsks(new Command.Target.ToQueue("general"));
        engine.takeChanges().forEach((name, memory) -> kept.put(name, Objects.requireNonNull(memory)));
        var other = new Engine();
        other.rememberChanges();
        other.handle(new Command.Arrive(0, QUESTION, "email", "", "de", 0, false, 0, null), _ -> {});
        kept.put("work/" + QUESTION, Objects.requireNonNull(other.takeChanges().get("work/" + QUESTION)));
        List<Event> after = new ArrayList<>();
        Engine.restore(APolicy.with().build(), kept.values())
                .handle(
                        new Command.Consult(0, "anna", WORK, new UUID(0, 3), new Command.Target.ToQueue("general")),
                        after::add);
        assertThat(after.getFirst()).isInstanceOf(Event.Queued.class);
    }

    private static @Nullable UUID question(Map<String, @Nullable Memory> remembered) {
        var work = (Memory.OfWork) Objects.requireNonNull(remembered.get("work/" + WORK));
        return work.consultation();
    }

    private void annaHasWork() {
        tell(new Command.Apply(0, APolicy.with().build()));
        tell(new Command.SetPresence(0, "anna", Presence.AVAILABLE, null));
        tell(new Command.Arrive(0, WORK, "email", "", "de", 0, false, 0, null));
        tell(new Command.Accept(0, "anna", events.getLast().sequence()));
    }

    private void annaAsks(Command.Target target) {
        tell(new Command.Consult(0, "anna", WORK, QUESTION, target));
    }

    /** What is offered and held belongs to another queue from now on, which is told when it waits again. */
    private static Policy aQueueMore() {
        APolicy policy = APolicy.with(new AQueue("first"));
        policy.version = "2";
        return policy.build();
    }

    private void tell(Command command) {
        engine.handle(command, events::add);
    }

    private <T extends Event> Stream<T> the(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast);
    }

    private List<String> offered() {
        return the(Event.Offered.class)
                .filter(offer -> offer.work().equals(QUESTION))
                .map(Event.Offered::agent)
                .toList();
    }
}
