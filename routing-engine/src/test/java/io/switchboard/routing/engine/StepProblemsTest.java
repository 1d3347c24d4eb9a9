package io.switchboard.routing.engine;

import static io.switchboard.routing.engine.APolicy.drop;
import static io.switchboard.routing.engine.APolicy.leave;
import static io.switchboard.routing.engine.APolicy.lower;
import static io.switchboard.routing.engine.APolicy.widen;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.routing.engine.Policy.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepProblemsTest {

    @Test
    void stepsThatAskLessAndLessAreSound() {
        assertThat(problems(lower(10, "billing", 2), lower(20, "billing", 1), drop(30, "billing"), leave(40, "night")))
                .isEmpty();
        assertThat(problems(widen(10, "technical"), drop(20, "technical"))).isEmpty();
    }

    @Test
    void aStepChangesSomething() {
        assertThat(problems(drop(10))).containsExactly("queues.billing.relaxation[0]: changes nothing");
    }

    @Test
    void timesGrow() {
        assertThat(problems(lower(10, "billing", 2), drop(10, "billing")))
                .containsExactly("queues.billing.relaxation[1].afterSeconds: must be more than in the step before");
        assertThat(problems(drop(0, "billing")))
                .containsExactly("queues.billing.relaxation[0].afterSeconds: must be 1 to 604800, is 0");
        assertThat(problems(drop(604_801, "billing")))
                .containsExactly("queues.billing.relaxation[0].afterSeconds: must be 1 to 604800, is 604801");
    }

    @Test
    void whatIsNotAskedCanNotBeDropped() {
        assertThat(problems(drop(10, "delivery")))
                .containsExactly("queues.billing.relaxation[0].drop: delivery is not asked for");
        assertThat(problems(drop(10, "billing"), drop(20, "billing")))
                .containsExactly("queues.billing.relaxation[1].drop: billing is not asked for");
    }

    @Test
    void aLanguageIsDroppedWhereOneIsSpoken() {
        var queue = AQueue.asking("billing", 3).relaxing(drop(10, "language:de"));
        assertThat(APolicy.with(queue).problems())
                .containsExactly("queues.billing.relaxation[0].drop: language:de is not asked for");
        queue.speakLanguage = true;
        assertThat(APolicy.with(queue).problems()).isEmpty();
    }

    @Test
    void whateverLanguageIsSpokenCanBeDroppedAtOnce() {
        var queue = AQueue.asking("billing", 3).relaxing(drop(10, "language"));
        assertThat(APolicy.with(queue).problems())
                .containsExactly("queues.billing.relaxation[0].drop: language is not asked for");
        queue.speakLanguage = true;
        assertThat(APolicy.with(queue).problems()).isEmpty();
    }

    @Test
    void aLevelIsOnlyEverLowered() {
        assertThat(problems(lower(10, "billing", 3)))
                .containsExactly("queues.billing.relaxation[0].lower.billing: must be less than 3, is 3");
        assertThat(problems(lower(10, "billing", 1), lower(20, "billing", 2)))
                .containsExactly("queues.billing.relaxation[1].lower.billing: must be less than 1, is 2");
        assertThat(problems(lower(10, "billing", 0)))
                .containsExactly("queues.billing.relaxation[0].lower.billing: must be 1 to 5, is 0");
        assertThat(problems(lower(10, "delivery", 1)))
                .containsExactly("queues.billing.relaxation[0].lower.delivery: is not asked for");
    }

    @Test
    void whatAnotherQueueAsksCanBeLoweredAfterWidening() {
        assertThat(problems(widen(10, "technical"), lower(20, "technical", 1))).isEmpty();
        assertThat(problems(lower(10, "technical", 1)))
                .containsExactly("queues.billing.relaxation[0].lower.technical: is not asked for");
    }

    @Test
    void aQueueIsWidenedToAnother() {
        assertThat(problems(widen(10, "nowhere")))
                .containsExactly("queues.billing.relaxation[0].widenTo: nowhere is no queue");
        assertThat(problems(widen(10, "billing")))
                .containsExactly("queues.billing.relaxation[0].widenTo: is the queue itself");
    }

    @Test
    void workLeavesLastAndForGood() {
        assertThat(problems(leave(10, "night"), drop(20, "billing")))
                .containsExactly("queues.billing.relaxation[0].toCentre: must be the last step");
        assertThat(problems(new Step(10_000, Set.of("billing"), Map.of(), List.of(), "night")))
                .containsExactly("queues.billing.relaxation[0].toCentre: must be alone in its step");
        assertThat(problems(leave(10, " "))).containsExactly("queues.billing.relaxation[0].toCentre: missing");
    }

    @Test
    void thereAreNotTooMany() {
        assertThat(problems(steps(20))).isEmpty();
        assertThat(problems(steps(21))).containsExactly("queues.billing.relaxation: at most 20 steps");
    }

    private static Step[] steps(int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(i -> widen(i, "technical"))
                .toArray(Step[]::new);
    }

    private static List<String> problems(Step... steps) {
        return APolicy.with(AQueue.asking("billing", 3).relaxing(steps), AQueue.asking("technical", 2))
                .problems();
    }
}
