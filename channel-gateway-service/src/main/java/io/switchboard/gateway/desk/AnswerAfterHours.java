package io.switchboard.gateway.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.WorkItem;
import io.switchboard.kit.event.Consumption;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Tells a customer who writes while a queue is closed what its setup says. It answers none of their messages: those wait for
 * an agent, and the ledger knows it.
 */
@ApplicationScoped
class AnswerAfterHours {
    /** Mail systems answer answers; a machine that answered them back would never end. */
    private static final String MAIL = "email";

    private final Consumption consumption;
    private final Requests requests;

    AnswerAfterHours(Consumption consumption, Requests requests) {
        this.consumption = consumption;
        this.requests = requests;
    }

    @Incoming("after-hours-routing-events")
    Uni<Void> onRouting(Message<byte[]> record) {
        return consumption.of(
                record,
                RoutingEvent.class,
                event -> answerTo(event, Instant.now())
                        .map(answer -> requests.send(answer).replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Returns the answer, with the same id however often the event comes; none when it comes too late. */
    static Optional<ReplyRequested> answerTo(RoutingEvent event, Instant now) {
        return event instanceof RoutingEvent.WorkDeferred deferred
                        && deferred.answer() != null
                        && deferred.until().isAfter(now)
                        && mayBeAnswered(deferred.workItem())
                ? Optional.of(answer(deferred, deferred.answer(), now))
                : Optional.empty();
    }

    /** In public only people speak for the organisation. */
    private static boolean mayBeAnswered(WorkItem work) {
        return work.visibility() == Visibility.PRIVATE && !work.channel().equals(MAIL);
    }

    private static ReplyRequested answer(RoutingEvent.WorkDeferred deferred, String text, Instant now) {
        WorkItem work = deferred.workItem();
        return new ReplyRequested(
                UUID.nameUUIDFromBytes(("after-hours " + work.workItemId()).getBytes(UTF_8)),
                deferred.tenant(),
                deferred.centre(),
                work.channel(),
                work.account(),
                work.handle(),
                work.conversationId(),
                work.workItemId(),
                "routing",
                work.visibility(),
                text,
                work.latest(),
                List.of(),
                now);
    }
}
