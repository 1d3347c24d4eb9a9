package io.switchboard.routing.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SetupProblemsTest {

    @Test
    void aSoundSetupHasNone() {
        assertThat(problems("")).isEmpty();
    }

    @Test
    void itSaysWhoseItIs() {
        assertThat(SetupDocument.ofYaml(ASetup.SMALL.replace("tenant: acme", "tenant: ' '"))
                        .problems())
                .containsExactly("tenant: missing");
        assertThat(SetupDocument.ofYaml(ASetup.SMALL.replace("centre: main", "centre: ''"))
                        .problems())
                .containsExactly("centre: missing");
    }

    @Test
    void whatHasNoNameIsNotLookedAtFurther() {
        assertThat(SetupDocument.ofYaml(
                                ASetup.SMALL.replace("name: anna", "name: ''").replace("name: billing", "name: ' '"))
                        .problems())
                .containsExactly("agents.name: missing", "queues.name: missing");
    }

    @Test
    void theEnginesProblemsAreAmongThem() {
        assertThat(problems("pauseSeconds: -1\n")).containsExactly("pauseSeconds: must be 0 to 604800, is -1");
    }

    @Test
    void whenSkillsAreDeclaredOthersAreUnknown() {
        assertThat(problems("skills: [billing]\n")).isEmpty();
        assertThat(SetupDocument.ofYaml("skills: [delivery]\n"
                                + ASetup.withQueue("relaxation: [{ afterSeconds: 9, lower: { billing: 1 } }]"))
                        .problems())
                .containsExactly(
                        "agents.anna.skills.billing: is not among the skills",
                        "agents.ben.skills.billing: is not among the skills",
                        "queues.billing.relaxation[0].lower.billing: is not among the skills",
                        "queues.billing.skills.billing: is not among the skills");
        assertThat(SetupDocument.ofYaml("skills: [delivery]\n"
                                + ASetup.withQueue("relaxation: [{ afterSeconds: 9, drop: [billing] }]"))
                        .problems())
                .contains("queues.billing.relaxation[0].drop.billing: is not among the skills");
    }

    @Test
    void limitsAndInterruptionsAreOfChannelsThatAreThere() {
        assertThat(problems("channelLimits: { fax: 1, email: 2 }\ninterrupts: { telex: [email] }\n"))
                .containsExactly(
                        "channelLimits.fax: there is no such channel", "interrupts.telex: there is no such channel");
        assertThat(problems("interrupts: { email: [fax] }\n")).containsExactly("interrupts.email: fax is no channel");
    }

    @Test
    void aRuleIsOneThatThereIs() {
        assertThat(problems("choosing: [load, alphabet]\n"))
                .containsExactly("choosing: alphabet is no rule; there are last-agent, proficiency, load, idle");
    }

    @Test
    void workDoesNotLeaveForWhereItIs() {
        assertThat(SetupDocument.ofYaml(ASetup.withQueue("relaxation: [{ afterSeconds: 9, toCentre: main }]"))
                        .problems())
                .containsExactly("queues.billing.relaxation[0].toCentre: is this centre");
        assertThat(SetupDocument.ofYaml(ASetup.withQueue("relaxation: [{ afterSeconds: 9, toCentre: night }]"))
                        .problems())
                .isEmpty();
    }

    @Test
    void hoursAreReadAsPeopleWriteThem() {
        assertThat(
                        hours(
                                "zone: Europe/Berlin, open: { monday: ['09:00-12:00', '13:00-24:00'] }, holidays: [2026-12-25]"))
                .isEmpty();
        assertThat(hours("zone: Europe/Nowhere, open: { mon: ['09:00-17:00'], friday: ['9-17', '25:00-26:00'] },"
                        + " holidays: [2026-02-30]"))
                .containsExactly(
                        "queues.billing.hours.holidays: 2026-02-30 is no day like 2026-12-25",
                        "queues.billing.hours.open.friday: 25:00-26:00 is no span like 09:00-17:00",
                        "queues.billing.hours.open.friday: 9-17 is no span like 09:00-17:00",
                        "queues.billing.hours.open.mon: must be monday to sunday",
                        "queues.billing.hours.zone: Europe/Nowhere is no time zone like Europe/Berlin");
        assertThat(hours("open: { friday: ['09:00-17:00'] }")).containsExactly("queues.billing.hours.zone: missing");
        assertThat(hours("zone: UTC, open: { friday: [] }")).containsExactly("queues.billing.hours: it never opens");
    }

    private static List<String> hours(String hours) {
        return SetupDocument.ofYaml(ASetup.withQueue("hours: { " + hours + " }"))
                .problems();
    }

    private static List<String> problems(String more) {
        return SetupDocument.ofYaml(ASetup.SMALL + more).problems();
    }
}
