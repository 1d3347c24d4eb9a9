package io.switchboard.contracts.routing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingSetupTest {
    private static final String AS_IT_WAS_FIRST = """
            { "tenant": "acme", "centre": "main", "version": "1", "offerTimeoutSeconds": 30,
              "expiriesUntilNotResponding": 3, "channelWeights": { "email": 1 },
              "queues": [ { "name": "general", "channels": [], "topics": [], "skills": {},
                            "speakLanguage": false, "serviceLevelSeconds": 60 } ],
              "agents": [ { "name": "anna", "capacity": 2, "skills": {} } ] }
            """;

    @Test
    void whatIsLeftOutIsAsItWasBeforeItCouldBeSaid() throws Exception {
        var read = JsonMapper.builder().build().readValue(AS_IT_WAS_FIRST, RoutingSetup.class);
        var general = new RoutingSetup.Queue("general", Set.of(), Set.of(), Map.of(), false, 60);
        var anna = new RoutingSetup.Agent("anna", 2, Map.of());
        assertThat(read)
                .isEqualTo(new RoutingSetup(
                        "acme", "main", "1", 30, 3, Map.of("email", 1), List.of(general), List.of(anna)));
        assertThat(List.of(
                        read.pauseSeconds(),
                        read.absenceSeconds(),
                        read.secondsPerPriority(),
                        read.emergencyHeadStartSeconds(),
                        read.emergencyCap()))
                .containsExactly(60, 600, 6, 3600, 20);
    }

    @Test
    void zeroIsNotTheSameAsLeftOut() throws Exception {
        String silent = AS_IT_WAS_FIRST.replace("\"version\"", "\"pauseSeconds\": 0, \"emergencyCap\": 0, \"version\"");
        var read = JsonMapper.builder().build().readValue(silent, RoutingSetup.class);
        assertThat(read.pauseSeconds()).isZero();
        assertThat(read.emergencyCap()).isZero();
    }
}
