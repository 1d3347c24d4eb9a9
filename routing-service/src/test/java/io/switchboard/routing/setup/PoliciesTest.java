package io.switchboard.routing.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.kit.event.EventJson;
import io.switchboard.routing.engine.Hours;
import io.switchboard.routing.engine.Hours.Span;
import io.switchboard.routing.engine.Policy;
import io.switchboard.routing.engine.Rule;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PoliciesTest {
    private static final String SAMPLE = "/io/switchboard/contracts/samples/io.switchboard.routing.setup.v1.json";

    @Test
    void everyFieldOfThePublishedSampleArrives() throws IOException {
        assertThat(Policies.of(sample()))
                .isEqualTo(new Policy(
                        "3f2a9c",
                        Map.of(
                                "voice", new Policy.Channel(6, 0, Set.of("email")),
                                "webchat", new Policy.Channel(2, 3, Set.of()),
                                "email", new Policy.Channel(1, 0, Set.of())),
                        List.of(delivery(), general()),
                        List.of(new Policy.Agent("anna", 6, Map.of("delivery", 5, "language:en", 5))),
                        List.of(Rule.values()),
                        30_000,
                        3,
                        60_000,
                        600_000,
                        6_000,
                        3_600_000,
                        20));
    }

    private static Policy.Queue delivery() {
        var monday = List.of(
                new Span(LocalTime.of(8, 0), LocalTime.of(12, 0)), new Span(LocalTime.of(13, 0), LocalTime.of(18, 0)));
        var hours = new Hours(
                ZoneId.of("Europe/Berlin"), Map.of(DayOfWeek.MONDAY, monday), Set.of(LocalDate.of(2026, 12, 25)));
        return new Policy.Queue(
                "delivery",
                Set.of(),
                Set.of("delivery"),
                Map.of("delivery", 2),
                true,
                300_000,
                600_000,
                20_000,
                15_000,
                List.of(
                        new Policy.Step(120_000, Set.of(), Map.of("delivery", 1), List.of(), null),
                        new Policy.Step(300_000, Set.of("delivery"), Map.of(), List.of("general"), null),
                        new Policy.Step(1_800_000, Set.of(), Map.of(), List.of(), "night")),
                200,
                "general",
                hours);
    }

    private static Policy.Queue general() {
        return new Policy.Queue(
                "general", Set.of(), Set.of(), Map.of(), false, 900_000, 0, 0, 0, List.of(), 0, null, null);
    }

    @Test
    void whatIsLeftOutIsAsItAlwaysWas() {
        Policy policy = Policies.of(
                SetupDocument.ofYaml(ASetup.SMALL.replace("name: billing,", "name: billing, channels: [fax],"))
                        .sound()
                        .setup());
        assertThat(policy.choosing()).containsExactly(Rule.LAST_AGENT, Rule.PROFICIENCY, Rule.LOAD, Rule.IDLE);
        assertThat(policy.channels().get("fax")).isEqualTo(new Policy.Channel(1, 0, Set.of()));
        assertThat(policy.pause()).isEqualTo(60_000);
        assertThat(policy.queues().getFirst().hours()).isNull();
    }

    @Test
    void theOrderOfTheRulesIsKept() {
        assertThat(Policies.of(SetupDocument.ofYaml(ASetup.SMALL + "choosing: [idle, load]\n")
                                .sound()
                                .setup())
                        .choosing())
                .containsExactly(Rule.IDLE, Rule.LOAD);
    }

    @Test
    void whatWasNotValidatedIsAFault() {
        RoutingSetup unsound = new RoutingSetup(
                "acme",
                "main",
                "1",
                30,
                3,
                Map.of(),
                List.of(),
                List.of(),
                null,
                null,
                null,
                List.of("alphabet"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        assertThatThrownBy(() -> Policies.of(unsound))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("alphabet is no rule");
    }

    private static RoutingSetup sample() throws IOException {
        try (InputStream file = RoutingSetup.class.getResourceAsStream(SAMPLE)) {
            return EventJson.read(file.readAllBytes(), RoutingSetup.class);
        }
    }
}
