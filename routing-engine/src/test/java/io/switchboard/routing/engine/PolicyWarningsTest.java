package io.switchboard.routing.engine;

import static io.switchboard.routing.engine.APolicy.drop;
import static io.switchboard.routing.engine.APolicy.lower;
import static io.switchboard.routing.engine.APolicy.widen;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.routing.engine.Policy.Agent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyWarningsTest {

    @Test
    void aHopefulPolicyHasNone() {
        assertThat(APolicy.with(
                                AQueue.asking("billing", 3).relaxing(widen(30, "technical")),
                                AQueue.asking("technical", 1))
                        .warnings())
                .isEmpty();
    }

    @Test
    void aQueueThatHangsOnOnePersonIsNamed() {
        assertThat(APolicy.with(AQueue.asking("billing", 4)).warnings())
                .containsExactly("queues.billing.skills: only anna has them all");
    }

    @Test
    void aCentreOfOneIsWhatItIs() {
        var alone = APolicy.with(AQueue.asking("billing", 4));
        alone.agents = List.of(new Agent("anna", 6, Map.of("billing", 4)));
        assertThat(alone.warnings()).isEmpty();
    }

    @Test
    void aQueueNobodyServesAtFirstIsNamed() {
        assertThat(APolicy.with(AQueue.asking("billing", 5).relaxing(lower(10, "billing", 3)))
                        .warnings())
                .containsExactly("queues.billing.skills: nobody has them all before a step of relaxation");
    }

    @Test
    void aTargetShorterThanAnOfferIsNamed() {
        var billing = AQueue.asking("billing", 3);
        billing.target = 29;
        assertThat(APolicy.with(billing).warnings())
                .containsExactly("queues.billing.serviceLevelSeconds: shorter than an offer stands (30)");
        billing.target = 30;
        assertThat(APolicy.with(billing).warnings()).isEmpty();
    }

    @Test
    void waitingForOneAgentUntilItIsLateIsNamed() {
        var billing = AQueue.asking("billing", 3);
        billing.preferredWait = 60;
        assertThat(APolicy.with(billing).warnings())
                .containsExactly("queues.billing.preferredWaitSeconds: work may wait for one agent until it is late");
        billing.preferredWait = 59;
        assertThat(APolicy.with(billing).warnings()).isEmpty();
    }

    @Test
    void aStepThatLetsNobodyMoreInIsNamed() {
        assertThat(APolicy.with(AQueue.asking("billing", 3).relaxing(lower(10, "billing", 2), drop(20, "billing")))
                        .warnings())
                .containsExactly("queues.billing.relaxation[0]: lets nobody more take the work");
    }

    @Test
    void aStepThatHelpsInOneLanguageHelps() {
        var german = AQueue.asking("billing", 3).relaxing(drop(10, "language:de"));
        german.speakLanguage = true;
        assertThat(APolicy.with(german).warnings()).isEmpty();
        german.relaxing(drop(10, "language:fr"));
        assertThat(APolicy.with(german).warnings())
                .containsExactly("queues.billing.relaxation[0]: lets nobody more take the work");
    }

    @Test
    void aLanguageThatIsNeverAskedForIsNamed() {
        var technical = AQueue.asking("technical", 1);
        technical.speakLanguage = true;
        assertThat(APolicy.with(technical).warnings())
                .containsExactly(
                        "queues.technical.speakLanguage: nobody with the skills has a language, so that none is asked"
                                + " for");
    }

    @Test
    void anAgentWhoServesNoQueueIsNamed() {
        var policy = APolicy.with();
        var general = new AQueue("general");
        general.skills = Map.of("billing", 3);
        policy.queues = List.of(general.build());
        assertThat(policy.warnings())
                .containsExactly("agents.clara.skills: serves no queue", "agents.diego.skills: serves no queue");
    }

    @Test
    void whoHasRoomForOneChannelOfAQueueServesIt() {
        var policy = APolicy.with();
        policy.agents = List.of(new Agent("anna", 6, Map.of()), new Agent("ben", 2, Map.of()));
        assertThat(policy.warnings()).isEmpty();
        var calls = new AQueue("calls");
        calls.channels = Set.of("voice");
        policy.queues = List.of(calls.build(), policy.queues.getLast());
        assertThat(policy.warnings()).isEmpty();
        policy.agents = List.of(new Agent("anna", 6, Map.of()), new Agent("ben", 1, Map.of()));
        assertThat(policy.warnings()).isEmpty();
    }

    @Test
    void aLanguageThatSomeSpeakIsAskedForOfThem() {
        var billing = AQueue.asking("billing", 3).relaxing(drop(10, "language:de"));
        billing.speakLanguage = true;
        var policy = APolicy.with(billing);
        // Who speaks French has no bills: in French nothing is asked for and nothing gained.
        policy.agents = List.of(
                new Agent("anna", 6, Map.of("billing", 4, "language:de", 5)),
                new Agent("ben", 6, Map.of("billing", 3, "language:en", 5)),
                new Agent("clara", 6, Map.of("language:fr", 5)));
        assertThat(policy.warnings()).isEmpty();
    }

    @Test
    void aQueueBehindOneThatTakesItsWorkIsNamed() {
        var calls = AQueue.asking("billing", 3);
        calls.topics = Set.of();
        calls.channels = Set.of("voice");
        var bills = AQueue.asking("delivery", 2);
        bills.channels = Set.of("voice");
        assertThat(APolicy.with(calls, bills).warnings())
                .containsExactly("queues.delivery: gets nothing, since billing comes before it");
        bills.channels = Set.of("voice", "email");
        assertThat(APolicy.with(calls, bills).warnings()).isEmpty();
        bills.channels = Set.of();
        assertThat(APolicy.with(calls, bills).warnings()).isEmpty();
    }

    @Test
    void anOverflowThatNeverHappensIsNamed() {
        assertThat(APolicy.with(AQueue.asking("billing", 3).overflowing(0, "general"))
                        .warnings())
                .containsExactly("queues.billing.overflowQueue: never used without maxWaiting");
    }
}
