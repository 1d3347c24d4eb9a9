package io.switchboard.routing.setup;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.routing.setup.SetupDocument.Owner;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetupDocumentTest {
    private static final Owner ACME = new Owner("acme", "main");

    @Test
    void theSameContentIsTheSameVersionHoweverItIsWritten() {
        String hash = hash(ASetup.SMALL);
        assertThat(hash("# a comment\n" + ASetup.SMALL)).isEqualTo(hash);
        assertThat(hash("version: 7\nchangedBy: sam\n" + ASetup.SMALL)).isEqualTo(hash);
        assertThat(hash(ASetup.SMALL.replace("channelWeights: { email: 1 }\n", "") + "channelWeights: { email: 1 }\n"))
                .isEqualTo(hash);
        assertThat(SetupDocument.ofJson(JSON, ACME).sound().content().hash())
                .isEqualTo(SetupDocument.ofYaml(JSON_AS_YAML, ACME)
                        .sound()
                        .content()
                        .hash());
        assertThat(hash(ASetup.SMALL.replace("capacity: 2", "capacity: 3"))).isNotEqualTo(hash);
    }

    private static final String JSON = """
            { "offerTimeoutSeconds": 30, "expiriesUntilNotResponding": 3, "channelWeights": { "email": 1 },
              "queues": [ { "name": "general", "serviceLevelSeconds": 60 } ],
              "agents": [ { "name": "anna", "capacity": 2, "skills": { } } ] }
            """;
    private static final String JSON_AS_YAML = """
            agents: [ { name: anna, skills: {}, capacity: 2 } ]
            queues: [ { serviceLevelSeconds: 60, name: general } ]
            channelWeights: { email: 1 }
            offerTimeoutSeconds: 30
            expiriesUntilNotResponding: 3
            """;

    @Test
    void everyProblemOfShapeIsNamedAtOnce() {
        assertThat(problems(ASetup.SMALL
                                .replace("capacity: 2, skills: { billing: 3 }", "capacity: two, skills: { billing: 3 }")
                                .replace("name: general", "name: general, colour: { red: 1 }, speakLanguage: perhaps")
                        + "shape: [round]\n"))
                .containsExactly(
                        "queues[1].colour: there is no such field",
                        "shape: there is no such field",
                        "queues[1].speakLanguage: perhaps is not true or false",
                        "agents[0].capacity: two is no number");
        assertThat(problems(ASetup.withQueue("hours: { zone: UTC, closed: [] }, relaxation: [{ after: 9 }, 7]")))
                .contains(
                        "queues[0].hours.closed: there is no such field",
                        "queues[0].relaxation[0].after: there is no such field");
    }

    @Test
    void whatEverySetupHasIsMissed() {
        assertThat(problems("tenant: acme\nqueues: [{ name: general }]\nagents: [{ name: anna }]\n"))
                .containsExactly(
                        "centre: missing",
                        "offerTimeoutSeconds: missing",
                        "expiriesUntilNotResponding: missing",
                        "channelWeights: missing",
                        "queues.general.serviceLevelSeconds: missing",
                        "agents.anna.capacity: missing",
                        "agents.anna.skills: missing");
    }

    @Test
    void whatIsNoSetupAtAllIsSaid() {
        assertThat(problems("tenant: [")).containsExactly("line 1: not YAML");
        assertThat(problems("")).containsExactly("the setup: is not a list of fields");
        assertThat(problems(ASetup.SMALL + "tenant: globex\n")).hasSize(1);
        assertThat(SetupDocument.ofJson("{", ACME).problems()).containsExactly("line 1: not JSON");
        assertThat(SetupDocument.ofJson("{} {}", ACME).problems()).containsExactly("line 1: not JSON");
        assertThat(problems(ASetup.SMALL.replace("channelWeights: { email: 1 }", "channelWeights: [email]")))
                .singleElement()
                .asString()
                .startsWith("channelWeights: ");
        assertThat(problems(ASetup.SMALL.replace("{ email: 1 }", "{ email: null }")))
                .containsExactly("the setup: has an empty entry");
        assertThat(problems(ASetup.SMALL.replace("offerTimeoutSeconds: 30", "offerTimeoutSeconds: 30.5")))
                .hasSize(1);
    }

    @Test
    void aDocumentOfSomebodyElseIsNotTaken() {
        assertThat(SetupDocument.ofYaml(ASetup.SMALL, ACME).problems()).isEmpty();
        assertThat(SetupDocument.ofYaml(ASetup.SMALL, new Owner("globex", "north"))
                        .problems())
                .containsExactly("tenant: must be globex, is acme", "centre: must be north, is main");
    }

    @Test
    void aDoubtIsAWarningAndNoProblem() {
        String doubtful =
                ASetup.withQueue("channels: [fax], afterHoursAnswer: We are closed") + "skills: [billing, juggling]\n";
        assertThat(SetupDocument.ofYaml(doubtful).problems()).isEmpty();
        assertThat(SetupDocument.ofYaml(doubtful).warnings())
                .containsExactly(
                        "channelWeights.fax: missing, so it is 1",
                        "queues.billing.afterHoursAnswer: never given without hours",
                        "skills.juggling: nobody has it and no queue asks for it");
    }

    private static List<String> problems(String yaml) {
        return SetupDocument.ofYaml(yaml).problems();
    }

    private static String hash(String yaml) {
        return SetupDocument.ofYaml(yaml).sound().content().hash();
    }
}
