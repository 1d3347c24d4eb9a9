package io.switchboard.profile.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** What became of a message, told by single facts and by all of them in any order. */
class FactsTest {
    private static final Instant NOON = Instant.parse("2026-05-04T12:00:00Z");
    private static final UUID WORK = new UUID(0, 1);
    private static final UUID REPLY = new UUID(0, 2);
    private static final UUID SECOND_REPLY = new UUID(0, 3);

    private static final Fact RECEIVED = new Fact.Received(NOON.plusSeconds(3600));
    private static final Fact CHAFF = new Fact.JudgedChaff("hashtags only (rules-1)");
    private static final Fact DEAD = new Fact.DeadLettered("not a MessageReceived");
    private static final Fact ANSWERED = new Fact.Answered(REPLY);

    @Test
    void aReceivedMessageWaitsWithADeadline() {
        Facts facts = told(RECEIVED);
        assertThat(facts.state()).isEqualTo(LedgerState.WAITING);
        assertThat(Merging.deadline(facts)).isEqualTo(NOON.plusSeconds(3600));
    }

    @Test
    void whatAProviderSaysItDeliveredWaitsThoughItNeverCameIn() {
        Facts missing = told(new Fact.Claimed(NOON));
        assertThat(missing.state()).isEqualTo(LedgerState.WAITING);
        assertThat(missing.reason()).contains("never came in");
        assertThat(Merging.deadline(missing)).isEqualTo(NOON);
        assertThat(told(new Fact.Claimed(NOON), RECEIVED)).isEqualTo(told(RECEIVED));
    }

    @Test
    void routingsDeadlineReplacesTheDefault() {
        assertThat(Merging.deadline(told(RECEIVED, waiting(1)))).isEqualTo(NOON.plusSeconds(61));
    }

    @Test
    void theLaterRoutingEventHolds() {
        assertThat(told(RECEIVED, assigned(2), waiting(1)).state()).isEqualTo(LedgerState.ASSIGNED);
        assertThat(told(RECEIVED, assigned(2), waiting(3)).state()).isEqualTo(LedgerState.WAITING);
        assertThat(told(RECEIVED, assigned(2)).agent()).isEqualTo("amy");
    }

    @Test
    void judgedChaffSaysWhy() {
        assertThat(told(RECEIVED, CHAFF).state()).isEqualTo(LedgerState.CHAFF);
        assertThat(told(RECEIVED, CHAFF).reason()).isEqualTo("hashtags only (rules-1)");
    }

    @Test
    void aDeadLetterSaysWhy() {
        assertThat(told(DEAD, RECEIVED).state()).isEqualTo(LedgerState.DEAD_LETTERED);
        assertThat(told(DEAD, RECEIVED).reason()).isEqualTo("not a MessageReceived");
    }

    @Test
    void aDeadLetterSentAgainLivesOnOnceRoutingHasIt() {
        assertThat(told(RECEIVED, DEAD, waiting(1)).state()).isEqualTo(LedgerState.WAITING);
        assertThat(told(RECEIVED, DEAD, CHAFF).state()).isEqualTo(LedgerState.CHAFF);
    }

    @Test
    void completionWithoutAnswerIsChaffWithTheAgentsReason() {
        Facts facts = told(RECEIVED, waiting(1), assigned(2), completed(3));
        assertThat(facts.state()).isEqualTo(LedgerState.CHAFF);
        assertThat(facts.reason()).isEqualTo("agent:amy completed without answer: spam");
    }

    @Test
    void anAnswerThatSettlesAfterTheCompletionAnswers() {
        Facts facts = told(RECEIVED, assigned(2), reply(REPLY, 3, null), completed(4), ANSWERED);
        assertThat(facts.state()).isEqualTo(LedgerState.ANSWERED);
        assertThat(facts.reason()).isEqualTo(REPLY.toString());
    }

    @Test
    void aCompletionWhileAnAnswerIsOnItsWayIsNoChaffYet() {
        assertThat(told(assigned(2), reply(REPLY, 3, null), completed(4)).state())
                .isEqualTo(LedgerState.ASSIGNED);
    }

    @Test
    void anAnswerThatFailsAfterTheCompletionLeavesItAssigned() {
        Facts facts = told(assigned(2), reply(REPLY, 3, null), completed(4), reply(REPLY, 3, 9L));
        assertThat(facts.state()).isEqualTo(LedgerState.ASSIGNED);
        assertThat(facts.reason()).contains("failed");
    }

    @Test
    void anAgentWhoKnewOfTheFailureMayCompleteWithoutAnswer() {
        assertThat(told(assigned(2), reply(REPLY, 3, 4L), completed(9)).state()).isEqualTo(LedgerState.CHAFF);
    }

    @Test
    void whatWasAnsweredStaysAnswered() {
        assertThat(told(RECEIVED, assigned(2), ANSWERED, waiting(5), completed(6), DEAD, CHAFF)
                        .state())
                .isEqualTo(LedgerState.ANSWERED);
    }

    /** Any choice of facts, in any order, any number of times: one state, one deadline, one agent. */
    @Property(tries = 5000)
    void orderAndRepetitionMakeNoDifference(@ForAll long chance) {
        var random = new Random(chance);
        List<Fact> some = new ArrayList<>(Stream.of(
                        RECEIVED,
                        new Fact.Received(NOON.plusSeconds(3000)),
                        new Fact.Claimed(NOON.plusSeconds(2000)),
                        new Fact.Claimed(NOON.plusSeconds(4000)),
                        CHAFF,
                        DEAD,
                        ANSWERED,
                        waiting(1),
                        assigned(2),
                        waiting(3),
                        assigned(4),
                        completed(5),
                        waiting(6),
                        completed(7),
                        reply(REPLY, 3, null),
                        reply(REPLY, 3, 4L),
                        reply(REPLY, 3, 6L),
                        reply(SECOND_REPLY, 5, null),
                        reply(SECOND_REPLY, 5, 9L))
                .filter(fact -> random.nextBoolean())
                .toList());
        Facts inOrder = told(some.toArray(Fact[]::new));
        List<Fact> twice = new ArrayList<>(some);
        twice.addAll(some);
        Collections.shuffle(twice, random);
        Facts shuffled = told(twice.toArray(Fact[]::new));
        assertThat(shuffled).isEqualTo(inOrder);
        assertThat(shuffled.state()).isEqualTo(inOrder.state());
    }

    private static Facts told(Fact... facts) {
        Facts known = Merging.NONE;
        for (Fact fact : facts) {
            known = Merging.and(known, fact);
        }
        return known;
    }

    static Fact waiting(long sequence) {
        return routed(sequence, Routed.Stage.WAITING, null, NOON.plusSeconds(60 + sequence), null);
    }

    static Fact assigned(long sequence) {
        return routed(sequence, Routed.Stage.ASSIGNED, "amy", NOON.plusSeconds(60 + sequence), null);
    }

    static Fact completed(long sequence) {
        return routed(sequence, Routed.Stage.COMPLETED, "amy", null, "spam");
    }

    private static Fact routed(long sequence, Routed.Stage stage, String agent, Instant deadline, String disposition) {
        return new Fact.IsRouted(
                new Routed(sequence, stage, NOON.plusSeconds(sequence), WORK, agent, deadline, disposition));
    }

    static Fact reply(UUID id, long requested, Long settled) {
        Instant settledAt = settled == null ? null : NOON.plusSeconds(settled);
        return new Fact.IsReplied(new ReplyUnderWay(
                id, "amy", NOON.plusSeconds(requested), settledAt, settled == null ? null : "failed: no window"));
    }
}
