package io.switchboard.gateway.desk.socket;

import static java.util.Objects.requireNonNull;

import io.smallrye.mutiny.Uni;
import io.switchboard.gateway.desk.Actions;
import io.switchboard.gateway.desk.Agent;
import io.switchboard.gateway.desk.Answer;
import io.switchboard.gateway.desk.DeskMessage;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/** Does what a desk asks, and says what came of it. */
@ApplicationScoped
class Requesting {
    private static final Logger LOG = Logger.getLogger(Requesting.class);

    private final Actions actions;

    Requesting(Actions actions) {
        this.actions = actions;
    }

    /** Returns what the desk is told; never fails. {@code request} must be sound. */
    Uni<DeskMessage> of(Agent agent, DeskRequest request) {
        return act(agent, request)
                .map(answer -> told(request, answer))
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.warnf("desk request %s: %s", request.name(), failure.toString());
                    return new DeskMessage.Refused(null, request.requestId(), "try-again");
                });
    }

    private Uni<Answer> act(Agent agent, DeskRequest request) {
        return switch (request) {
            case DeskRequest.SetPresence r -> actions.setPresence(agent, requireNonNull(r.presence()), r.reason());
            case DeskRequest.Accept r -> actions.accept(agent, requireNonNull(r.offerId()));
            case DeskRequest.Decline r -> actions.decline(agent, requireNonNull(r.offerId()), r.reason());
            case DeskRequest.Reply r ->
                actions.reply(
                        agent,
                        requireNonNull(r.workItemId()),
                        requireNonNull(r.replyId()),
                        r.lastSeen(),
                        requireNonNull(r.text()));
            case DeskRequest.Complete r ->
                actions.complete(agent, requireNonNull(r.workItemId()), r.disposition(), r.lastSeen());
            case DeskRequest.Release r -> actions.release(agent, requireNonNull(r.workItemId()), r.reason());
        };
    }

    private static DeskMessage told(DeskRequest request, Answer answer) {
        return switch (answer) {
            case Answer.Taken taken -> new DeskMessage.AcceptedCommand(request.name(), request.requestId(), taken.id());
            case Answer.Unknown unknown -> new DeskMessage.Refused(null, request.requestId(), unknown.reason());
        };
    }
}
