package io.switchboard.routing.measures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.switchboard.contracts.routing.AlertLevel;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.routing.centre.Fixtures;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuringTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private final Story story = new Story();

    @Test
    void theServiceLevelIsAnsweredInTargetOfAnsweredAndAbandoned() {
        story.queued("in time", "sales").queued("late", "sales").queued("gone", "sales");
        story.after(60).offered("in time", "anna").accepted("in time", "anna");
        story.after(1).offered("late", "ben").accepted("late", "ben").cancelled("gone", "customer-left");
        WorkFigures sales = queue("sales");
        assertThat(sales.arrived()).isEqualTo(3);
        assertThat(sales.answered()).isEqualTo(2);
        assertThat(sales.answeredInTarget()).isEqualTo(1);
        assertThat(sales.serviceLevel()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(sales.abandonment()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(sales.averageSpeedOfAnswerSeconds()).isEqualTo(60.5);
        assertThat(sales.longestWaitSeconds()).isEqualTo(61);
    }

    @Test
    void whereNothingWasCountedThereIsNoFigure() {
        WorkFigures nothing = WorkFigures.of(Tally.NOTHING);
        assertThat(nothing.serviceLevel()).isNull();
        assertThat(nothing.averageSpeedOfAnswerSeconds()).isNull();
        assertThat(nothing.abandonment()).isNull();
        assertThat(nothing.averageHandleTimeSeconds()).isNull();
        assertThat(AgentFigures.of(Tally.NOTHING).occupancy()).isNull();
    }

    @Test
    void whoLeavesWithinTheThresholdDoesNotSpoilTheServiceLevel() {
        story.queued("sooner", "sales").queued("at the threshold", "sales");
        story.after(4).cancelled("sooner", "customer-left");
        story.after(1).cancelled("at the threshold", "customer-left");
        assertThat(queue("sales").abandonedSoon()).isEqualTo(1);
        assertThat(queue("sales").abandoned()).isEqualTo(1);
    }

    @Test
    void workThatLeavesOtherwiseIsNotAbandoned() {
        story.queued("sorted anew", "sales").queued("spam", "sales").queued("elsewhere", "sales");
        story.after(10).queued("sorted anew", "support").cancelled("spam", "no-answer-needed");
        story.after(600).overflowed("elsewhere");
        assertThat(queue("sales").left()).isEqualTo(3);
        assertThat(queue("sales").abandoned()).isZero();
        assertThat(queue("sales").serviceLevel()).isNull();
        assertThat(queue("support").arrived()).isEqualTo(1);
    }

    @Test
    void workIsAnsweredOnceHoweverOftenItIsTaken() {
        story.queued("w", "sales").after(10).assigned("w", "anna");
        story.after(30).released("w", "anna").after(100).offered("w", "ben").accepted("w", "ben");
        story.after(5).transferred("w", "ben", "support").queued("w", "support");
        story.after(50).offered("w", "clara").accepted("w", "clara");
        assertThat(queue("sales").answered()).isEqualTo(1);
        assertThat(queue("sales").averageSpeedOfAnswerSeconds()).isEqualTo(10);
        assertThat(queue("sales").transferred()).isEqualTo(1);
        assertThat(queue("sales").givenBack()).isEqualTo(1);
        assertThat(queue("support").arrived()).isZero();
        assertThat(queue("support").answered()).isZero();
    }

    @Test
    void aClosedQueueLetsNobodyWait() {
        story.deferred("overnight", "sales", 3600).deferred("picked", "sales", 3600);
        story.after(1800).assigned("picked", "anna");
        story.after(1800).queued("overnight", "sales").after(20).assigned("overnight", "ben");
        assertThat(queue("sales").arrived()).isEqualTo(2);
        assertThat(queue("sales").longestWaitSeconds()).isEqualTo(20);
        assertThat(queue("sales").averageSpeedOfAnswerSeconds()).isEqualTo(10);
    }

    @Test
    void whatASetupSortsIntoAnOpenQueueWaitsFromThenOn() {
        story.deferred("w", "sales", 3600).after(600).queued("w", "support");
        story.after(30).assigned("w", "anna");
        assertThat(queue("support").averageSpeedOfAnswerSeconds()).isEqualTo(30);
    }

    @Test
    void whatWasPostponedWaitsFromTheTimeAgreedOn() {
        story.queued("w", "sales").assigned("w", "anna").after(10).postponed("w", "anna", 3600);
        Instant agreed = story.now().plusSeconds(3600);
        story.after(3600).queued("w", "sales");
        var measuring = new Measuring(SOON, Floor.EMPTY);
        story.events().forEach(measuring::apply);
        OpenWork work = measuring.floor().work().get(Fixtures.id("w"));
        assertThat(work.start()).isEqualTo(agreed);
        assertThat(work.place()).isEqualTo(Place.WAITING);
        // It was answered, and nobody's arrival is counted twice.
        assertThat(queue("sales").arrived()).isEqualTo(1);
    }

    @Test
    void handleTimeIsHoldingAndWrapUpOfWhatAnAgentWasDoneWith() {
        story.queued("done", "sales").assigned("done", "anna");
        story.queued("moved", "sales").assigned("moved", "anna");
        story.queued("later", "sales").assigned("later", "anna");
        story.queued("back", "sales").assigned("back", "anna");
        story.queued("gone", "sales").assigned("gone", "anna");
        story.after(100).completed("done", "anna", 20).transferred("moved", "anna", "support");
        story.postponed("later", "anna", 3600).released("back", "anna").cancelled("gone", "customer-left");
        story.after(20).wrappedUp("done", "anna");
        for (WorkFigures sales : List.of(queue("sales"), WorkFigures.of(of(Subject.agent("anna"))))) {
            assertThat(sales.handled()).isEqualTo(3);
            assertThat(sales.averageHandleTimeSeconds()).isCloseTo(320.0 / 3, within(1e-9));
            assertThat(sales.completed()).isEqualTo(1);
            assertThat(sales.averageOpenSeconds()).isEqualTo(100);
        }
        assertThat(queue("sales").abandoned()).isZero();
    }

    @Test
    void occupancyIsBusyTimeOfBusyAndAvailableTime() {
        story.present("anna", Presence.AVAILABLE).queued("a", "sales").queued("b", "sales");
        story.after(30).assigned("a", "anna").after(10).assigned("b", "anna");
        story.after(20).completed("a", "anna", 0).after(10).present("anna", Presence.BUSY);
        story.after(10).completed("b", "anna", 15).after(15).wrappedUp("b", "anna");
        // Neither busy without work nor gone counts.
        story.after(100).present("anna", Presence.AWAY).after(500).present("anna", Presence.AVAILABLE);
        story.after(5);
        AgentFigures anna = AgentFigures.of(of(Subject.agent("anna")));
        assertThat(anna.busySeconds()).isEqualTo(65);
        assertThat(anna.freeSeconds()).isEqualTo(35);
        assertThat(anna.occupancy()).isEqualTo(0.65);
    }

    @Test
    void whoIsGoneIsNotBusyWithWhatTheyHold() {
        story.present("anna", Presence.AVAILABLE).queued("a", "sales").assigned("a", "anna");
        story.after(60).present("anna", Presence.NOT_RESPONDING).after(600).released("a", "anna");
        assertThat(AgentFigures.of(of(Subject.agent("anna"))).busySeconds()).isEqualTo(60);
    }

    @Test
    void timeIsCountedInTheMinutesItPassed() {
        story.present("anna", Presence.AVAILABLE).after(150).present("anna", Presence.OFFLINE);
        Buckets all = history().buckets("acme/main", story.now());
        assertThat(free(all, 0)).isEqualTo(60_000);
        assertThat(free(all, 1)).isEqualTo(60_000);
        assertThat(free(all, 2)).isEqualTo(30_000);
        assertThat(free(all, 3)).isZero();
    }

    private static long free(Buckets all, int minute) {
        Instant from = Fixtures.NINE.plusSeconds(60L * minute);
        return all.sum(Subject.agent("anna"), from, from.plusSeconds(60)).get(Count.FREE_MS);
    }

    @Test
    void offersHaveFourEnds() {
        story.queued("w", "sales");
        story.offered("w", "anna").missed("w", "anna").offered("w", "anna").declined("w", "anna");
        story.offered("w", "ben").withdrawn("w", "ben").offered("w", "anna").accepted("w", "anna");
        AgentFigures anna = AgentFigures.of(of(Subject.agent("anna")));
        assertThat(anna.offers()).isEqualTo(3);
        assertThat(anna.accepted()).isEqualTo(1);
        assertThat(anna.declined()).isEqualTo(1);
        assertThat(anna.missed()).isCloseTo(1.0 / 3, within(1e-9));
        assertThat(queue("sales").missed()).isEqualTo(0.25);
        assertThat(of(Subject.agent("ben")).get(Count.WITHDRAWN)).isEqualTo(1);
    }

    @Test
    void aQuestionToAColleagueIsNoCustomer() {
        story.present("ben", Presence.AVAILABLE).asked("q", "sales").offered("q", "ben");
        story.accepted("q", "ben").after(40).completed("q", "ben", 0);
        assertThat(of(Subject.queue("sales"))).isEqualTo(Tally.NOTHING);
        AgentFigures ben = AgentFigures.of(of(Subject.agent("ben")));
        assertThat(ben.busySeconds()).isEqualTo(40);
        assertThat(ben.handled()).isZero();
        assertThat(ben.offers()).isEqualTo(1);
    }

    @Test
    void aDeadlineThatPassesIsCountedWhileNobodyHasTakenTheWork() {
        story.queued("w", "sales").late("w", AlertLevel.WARNED).late("w", AlertLevel.BREACHED);
        story.late("w", AlertLevel.ESCALATED);
        assertThat(queue("sales").breached()).isEqualTo(1);
    }

    @Test
    void whatBeganUnseenIsFollowedAndNotCounted() {
        story.queued("w", "sales").offered("w", "anna").accepted("w", "anna");
        story.after(60).released("w", "anna").offered("w", "ben").accepted("w", "ben");
        story.after(60).completed("w", "ben", 0);
        List<RoutingEvent> events = story.events();
        var late = new History(SOON);
        events.subList(3, events.size()).forEach(late::add);
        Buckets seen = late.buckets("acme/main", story.now());
        WorkFigures sales = WorkFigures.of(day(seen, Subject.queue("sales")));
        assertThat(sales.answered()).isZero();
        assertThat(sales.givenBack()).isEqualTo(1);
        assertThat(sales.averageHandleTimeSeconds()).isEqualTo(60);
    }

    private History history() {
        var history = new History(SOON);
        story.events().forEach(history::add);
        return history;
    }

    private Tally of(Subject subject) {
        return day(history().buckets("acme/main", story.now()), subject);
    }

    private static Tally day(Buckets buckets, Subject subject) {
        return buckets.day(subject, LocalDate.of(2026, 3, 2), ZoneId.of("UTC"));
    }

    private WorkFigures queue(String name) {
        return WorkFigures.of(of(Subject.queue(name)));
    }
}
