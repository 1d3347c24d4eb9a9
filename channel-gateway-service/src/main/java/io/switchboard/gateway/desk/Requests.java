package io.switchboard.gateway.desk;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.Keys;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.kit.event.EventHeaders;
import io.switchboard.kit.event.Events;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Hands what agents ask for to Kafka. */
@ApplicationScoped
class Requests {
    private static final String SOURCE = "/gateway/desk";
    /** More than this many unacknowledged requests means that Kafka is away; the rest are refused at once. */
    private static final long WAITING = 1024;

    private final MutinyEmitter<byte[]> commands;
    private final MutinyEmitter<byte[]> replies;
    private final Duration patience;

    Requests(
            @Channel("desk-commands") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = WAITING)
                    MutinyEmitter<byte[]> commands,
            @Channel("desk-replies") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = WAITING)
                    MutinyEmitter<byte[]> replies,
            DeskSettings settings) {
        this.commands = commands;
        this.replies = replies;
        this.patience = settings.acknowledgement();
    }

    /** Sends a command to routing; completes with its id when Kafka has it, fails with {@link KafkaAwayException}. */
    Uni<UUID> send(RoutingCommand command) {
        var headers = new EventHeaders(
                command.commandId().toString(),
                EventTypes.of(command),
                SOURCE,
                command.agent(),
                command.at(),
                command.tenant(),
                command.centre());
        return acknowledged(
                Events.send(commands, Keys.centre(command.tenant(), command.centre()), headers, command),
                command.commandId());
    }

    /** Sends an answer on its way; completes with its id when Kafka has it, fails with {@link KafkaAwayException}. */
    Uni<UUID> send(ReplyRequested reply) {
        var headers = new EventHeaders(
                reply.replyId().toString(),
                EventTypes.REPLY_REQUESTED,
                SOURCE,
                reply.conversationId().toString(),
                reply.requestedAt(),
                reply.tenant(),
                reply.centre());
        return acknowledged(Events.send(replies, reply.conversationId().toString(), headers, reply), reply.replyId());
    }

    private Uni<UUID> acknowledged(Uni<Void> sent, UUID id) {
        return sent.ifNoItem()
                .after(patience)
                .fail()
                .onFailure()
                .transform(KafkaAwayException::new)
                .replaceWith(id);
    }
}
