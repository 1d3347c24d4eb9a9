package io.switchboard.routing.centre;

import static io.switchboard.routing.centre.Fixtures.agent;
import static io.switchboard.routing.centre.Fixtures.general;
import static io.switchboard.routing.centre.Fixtures.queue;
import static io.switchboard.routing.centre.Fixtures.setup;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.contracts.routing.RoutingSetup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SetupProblemsTest {
    private static final RoutingSetup.Agent ANNA = agent("anna", 6, "billing", 3);

    @Test
    void aSoundSetupHasNone() {
        assertThat(SetupProblems.of(setup("1", List.of(queue("billing", Map.of("billing", 3)), general()), ANNA)))
                .isEmpty();
    }

    @Test
    void theLastQueueMustTakeEverything() {
        assertThat(SetupProblems.of(setup("1", List.of(queue("billing", Map.of())), ANNA)))
                .containsExactly("queues: the last one must take every channel and topic");
    }

    @Test
    void aQueueNobodyCanServeIsNamed() {
        assertThat(SetupProblems.of(setup("1", List.of(queue("billing", Map.of("billing", 4)), general()), ANNA)))
                .contains("queues.billing.skills: nobody has them all");
        var calls = new RoutingSetup.Queue("calls", Set.of("voice"), Set.of(), Map.of("billing", 1), false, 60);
        assertThat(SetupProblems.of(
                        setup("1", List.of(calls, general()), agent("ben", 6), agent("clara", 5, "billing", 5))))
                .containsExactly("queues.calls: nobody with the skills has the capacity for voice");
    }

    @Test
    void levelsWeightsCapacitiesAndNamesAreChecked() {
        var setup = new RoutingSetup(
                "acme",
                "main",
                "1",
                0,
                0,
                Map.of("email", 0, "voice", 6),
                List.of(general(), general()),
                List.of(agent("anna", 5, "billing", 6), agent("anna", -1)));
        assertThat(SetupProblems.of(setup))
                .contains(
                        "offerTimeoutSeconds: must be 1 to 3600",
                        "expiriesUntilNotResponding: must be at least 1",
                        "channelWeights.email: must be more than 0, is 0",
                        "channelWeights.voice: nobody has a capacity of 6",
                        "agents.anna.skills.billing: must be 1 to 5, is 6",
                        "agents.anna.capacity: -1 is too little for any channel",
                        "agents.name: anna is there twice",
                        "queues.name: general is there twice");
    }
}
