package io.switchboard.gateway.desk;

import static io.switchboard.gateway.desk.RoutingFixture.aWorkItem;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.contracts.message.Visibility;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.WorkItem;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a customer hears who writes while the queue is closed. */
class AnswerAfterHoursTest {
    private static final Instant NOW = Instant.parse("2026-03-01T20:00:00Z");
    private static final Instant OPENS = Instant.parse("2026-03-02T08:00:00Z");
    private static final String TEXT = "We are back at nine.";

    @Test
    void isToldOnceAndAnswersNoMessage() {
        WorkItem work = on("webchat", Visibility.PRIVATE);
        ReplyRequested answer = answer(work, TEXT, OPENS).orElseThrow();
        assertThat(answer.text()).isEqualTo(TEXT);
        assertThat(answer.handle()).isEqualTo(work.handle());
        assertThat(answer.answers()).isEmpty();
        assertThat(answer(work, TEXT, OPENS).orElseThrow().replyId()).isEqualTo(answer.replyId());
    }

    @Test
    void isNothingWhereTheSetupSaysNothingInPublicByMailAndWhenItIsOpenAgain() {
        assertThat(answer(on("webchat", Visibility.PRIVATE), null, OPENS)).isEmpty();
        assertThat(answer(on("facebook", Visibility.PUBLIC), TEXT, OPENS)).isEmpty();
        assertThat(answer(on("email", Visibility.PRIVATE), TEXT, OPENS)).isEmpty();
        assertThat(answer(on("webchat", Visibility.PRIVATE), TEXT, NOW)).isEmpty();
    }

    private static Optional<ReplyRequested> answer(WorkItem work, String text, Instant until) {
        return AnswerAfterHours.answerTo(
                new RoutingEvent.WorkDeferred(
                        UUID.randomUUID(), "acme", "main", 1, NOW, until, null, "closed", text, work),
                NOW);
    }

    private static WorkItem on(String channel, Visibility visibility) {
        WorkItem work = aWorkItem();
        return new WorkItem(
                work.workItemId(),
                work.conversationId(),
                channel,
                work.account(),
                work.handle(),
                work.handleName(),
                work.customer(),
                visibility,
                work.messageIds(),
                work.latest(),
                work.understanding(),
                work.queue(),
                work.priority(),
                work.arrivedAt(),
                work.deadline());
    }
}
