package io.switchboard.profile.insight;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.profile.insight.Contact.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which contacts are about the same matter, on cases written by hand. */
class JourneysTest {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void theSameTopicWithinAWeekIsOneJourneyOverChannels() {
        var post = closed("x", "delivery", 0);
        var mail = closed("email", "delivery", 2);
        var call = closed("voice", "delivery", 8);
        List<Journey> journeys = Journeys.of(List.of(call, post, mail), WEEK);
        assertThat(journeys).containsExactly(new Journey(List.of(post, mail, call)));
        assertThat(journeys.getFirst().channels()).containsExactly("x", "email", "voice");
    }

    @Test
    void aWeekIsExactlyAWeek() {
        var first = closed("email", "delivery", 0);
        var later = at(closed("email", "delivery", 0), MONDAY.plus(WEEK));
        var tooLate = at(closed("email", "delivery", 0), MONDAY.plus(WEEK).plusMillis(1));
        assertThat(Journeys.of(List.of(first, later), WEEK)).hasSize(1);
        assertThat(Journeys.of(List.of(first, tooLate), WEEK)).hasSize(2);
    }

    @Test
    void anotherTopicIsAnotherJourneyAlsoInBetween() {
        var first = closed("email", "delivery", 0);
        var bill = closed("email", "billing", 1);
        var again = closed("voice", "delivery", 2);
        assertThat(Journeys.of(List.of(first, bill, again), WEEK))
                .containsExactly(new Journey(List.of(first, again)), new Journey(List.of(bill)));
    }

    @Test
    void noTopicIsNotTheSameTopic() {
        assertThat(Journeys.of(List.of(closed("email", "other", 0), closed("voice", "other", 1)), WEEK))
                .hasSize(2);
        assertThat(Journeys.of(List.of(closed("email", null, 0), closed("voice", null, 1)), WEEK))
                .hasSize(2);
    }

    @Test
    void whoStillWaitsAndComesByAnotherDoorComesAboutTheSame() {
        var open = open("email", "delivery", 0);
        var call = closed("voice", "complaint", 1);
        assertThat(Journeys.of(List.of(open, call), WEEK)).hasSize(1);
        assertThat(Journeys.of(List.of(closed("email", "delivery", 0), call), WEEK))
                .hasSize(2);
    }

    @Test
    void aThreadGoesOnWhateverItsTopic() {
        var first = closed("email", "delivery", 0);
        var answer = new Contact(
                UUID.randomUUID(),
                first.conversationId(),
                "email",
                "other",
                null,
                MONDAY.plus(Duration.ofDays(1)),
                null,
                null,
                null,
                false,
                null);
        assertThat(Journeys.of(List.of(first, answer), WEEK)).hasSize(1);
    }

    @Test
    void aMatterIsResolvedAtFirstContactIfItWasAnsweredAndNobodyCameBack() {
        var done = closed("email", "delivery", 0);
        assertThat(done.outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(first(done).isResolvedAtFirstContact()).isTrue();
        assertThat(first(open("email", "delivery", 0)).isResolvedAtFirstContact())
                .isFalse();
        assertThat(first(done, closed("voice", "delivery", 3)).isResolvedAtFirstContact())
                .isFalse();
    }

    @Test
    void whatWasSaidBeforeIsToldOfTheNewestMatterOnly() {
        var post = closed("x", "delivery", 0);
        var mail = closed("email", "delivery", 2);
        var call = closed("voice", "delivery", 3);
        assertThat(SaidBefore.of(Journeys.of(List.of(post, mail, call), WEEK)))
                .contains(new SaidBefore("delivery", 2, post.arrivedAt(), List.of("x", "email", "voice")));
        var bill = closed("email", "billing", 4);
        assertThat(SaidBefore.of(Journeys.of(List.of(post, mail, call, bill), WEEK)))
                .isEmpty();
        assertThat(SaidBefore.of(List.of())).isEmpty();
    }

    private static Journey first(Contact... contacts) {
        return Journeys.of(List.of(contacts), WEEK).getFirst();
    }

    private static Contact closed(String channel, String topic, int day) {
        Instant at = MONDAY.plus(Duration.ofDays(day));
        return contact(channel, topic, at, at.plusSeconds(600));
    }

    private static Contact open(String channel, String topic, int day) {
        return contact(channel, topic, MONDAY.plus(Duration.ofDays(day)), null);
    }

    private static Contact at(Contact like, Instant at) {
        return contact(like.channel(), like.topic(), at, at.plusSeconds(600));
    }

    private static Contact contact(String channel, String topic, Instant at, Instant closedAt) {
        return new Contact(
                UUID.randomUUID(),
                UUID.randomUUID(),
                channel,
                topic,
                null,
                at,
                null,
                null,
                closedAt,
                closedAt != null,
                null);
    }
}
