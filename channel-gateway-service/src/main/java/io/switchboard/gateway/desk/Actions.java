package io.switchboard.gateway.desk;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingCommand;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an agent can do, by the REST API and by the socket alike.
 *
 * <p>An agent can touch only the offers and work on their own desk. Everything fails with {@link KafkaAwayException}
 * when Kafka does not acknowledge.
 */
@ApplicationScoped
public class Actions {
    private static final Answer UNKNOWN_OFFER = new Answer.Unknown("unknown-offer");
    private static final Answer UNKNOWN_WORK = new Answer.Unknown("unknown-work-item");

    private final Desks desks;
    private final Requests requests;
    private final Noticeboard noticeboard;

    Actions(Desks desks, Requests requests, Noticeboard noticeboard) {
        this.desks = desks;
        this.requests = requests;
        this.noticeboard = noticeboard;
    }

    /** The agent can or cannot take work from now on. */
    public Uni<Answer> setPresence(Agent agent, Presence presence, @Nullable String reason) {
        return command(new RoutingCommand.SetPresence(
                UUID.randomUUID(), agent.tenant(), agent.centre(), agent.name(), Instant.now(), presence, reason));
    }

    /** The agent takes offered work. */
    public Uni<Answer> accept(Agent agent, UUID offerId) {
        return ifOffered(
                agent,
                offerId,
                () -> new RoutingCommand.AcceptOffer(
                        UUID.randomUUID(), agent.tenant(), agent.centre(), agent.name(), Instant.now(), offerId));
    }

    /** The agent does not take offered work. */
    public Uni<Answer> decline(Agent agent, UUID offerId, @Nullable String reason) {
        return ifOffered(
                agent,
                offerId,
                () -> new RoutingCommand.DeclineOffer(
                        UUID.randomUUID(),
                        agent.tenant(),
                        agent.centre(),
                        agent.name(),
                        Instant.now(),
                        offerId,
                        reason));
    }

    /**
     * The agent is done with held work.
     *
     * @param lastSeen the latest message the agent has seen; routing refuses when the customer has written since
     */
    public Uni<Answer> complete(Agent agent, UUID workItemId, @Nullable String disposition, @Nullable UUID lastSeen) {
        return ifHeld(
                agent,
                workItemId,
                _ -> command(new RoutingCommand.CompleteWork(
                        UUID.randomUUID(),
                        agent.tenant(),
                        agent.centre(),
                        agent.name(),
                        Instant.now(),
                        workItemId,
                        disposition,
                        lastSeen)));
    }

    /** The agent gives held work back. */
    public Uni<Answer> release(Agent agent, UUID workItemId, @Nullable String reason) {
        return ifHeld(
                agent,
                workItemId,
                _ -> command(new RoutingCommand.ReleaseWork(
                        UUID.randomUUID(),
                        agent.tenant(),
                        agent.centre(),
                        agent.name(),
                        Instant.now(),
                        workItemId,
                        reason)));
    }

    /**
     * The agent answers the customer whose work they hold. The same id twice is the same answer.
     *
     * @param replyId chosen by the caller
     * @param lastSeen the latest message the agent has seen; what came later stays unanswered. Null: all that came
     * @param text plain text, 1 to 10,000 characters
     */
    public Uni<Answer> reply(Agent agent, UUID workItemId, UUID replyId, @Nullable UUID lastSeen, String text) {
        return ifHeld(
                agent,
                workItemId,
                work -> work.replies().stream()
                                .anyMatch(known -> known.replyId().equals(replyId))
                        ? Uni.createFrom().item(new Answer.Taken(replyId))
                        : send(Replies.from(agent, work.workItem(), replyId, lastSeen, text, Instant.now())));
    }

    private Uni<Answer> send(ReplyRequested reply) {
        ReplyState pending = ReplyState.pending(reply.replyId(), reply.requestedAt());
        // First Kafka, then the note: a note alone would make the agent's second try look like a repetition.
        return requests.send(reply)
                .call(() -> desks.note(reply, pending)
                        .flatMap(news -> news
                                ? noticeboard.publish(List.of(Notice.of(reply, pending)))
                                : Uni.createFrom().voidItem())
                        .onFailure()
                        .recoverWithNull())
                .map(Answer.Taken::new);
    }

    private Uni<Answer> ifOffered(Agent agent, UUID offerId, Supplier<RoutingCommand> command) {
        return desks.isOffered(agent, offerId)
                .flatMap(offered ->
                        offered ? command(command.get()) : Uni.createFrom().item(UNKNOWN_OFFER));
    }

    private Uni<Answer> ifHeld(Agent agent, UUID workItemId, Function<KnownWork, Uni<Answer>> action) {
        return desks.work(agent.tenant(), agent.centre(), workItemId)
                .flatMap(known -> known.filter(work -> work.isHeldBy(agent.name()))
                        .map(action)
                        .orElseGet(() -> Uni.createFrom().item(UNKNOWN_WORK)));
    }

    private Uni<Answer> command(RoutingCommand command) {
        return requests.send(command).map(Answer.Taken::new);
    }
}
