package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.Explanation;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The steps work and agents can take. Each changes the state and writes the event that says so. */
final class Moves {
    /** How long an agent who declined, missed or gave back work is not offered it again. */
    static final Duration PAUSE = Duration.ofSeconds(60);

    private final CentreState state;
    private final Journal journal;

    Moves(CentreState state, Journal journal) {
        this.state = state;
        this.journal = journal;
    }

    /** Work gets its place in the queue where it belongs under the setup in force. */
    void queue(OpenWork work) {
        OpenWork waiting = sorted(work);
        state.put(waiting);
        journal.write((id, tenant, centre, sequence, at) ->
                new RoutingEvent.WorkQueued(id, tenant, centre, sequence, at, waiting.item()));
    }

    void offer(OpenWork work, Desk desk, RoutingSetup setup, Explanation why) {
        Instant expiresAt = journal.now().plusSeconds(setup.offerTimeoutSeconds());
        UUID offerId = journal.nextOfferId();
        state.put(work.placed(new Placement.Offered(offerId, desk.name(), expiresAt)));
        state.put(desk, desk.state.busyAt(journal.now()));
        journal.write((id, tenant, centre, sequence, at) -> new RoutingEvent.WorkOffered(
                id, tenant, centre, sequence, at, offerId, desk.name(), expiresAt, work.item(), why));
    }

    void accept(OpenWork work, Desk desk, UUID offerId) {
        state.put(new OpenWork(
                work.item(), work.profile(), work.key(), work.sequence(), new Placement.Held(desk.name()), Map.of()));
        state.put(desk, desk.state.answeredAt(journal.now()));
        journal.write((id, tenant, centre, sequence, at) ->
                new RoutingEvent.OfferAccepted(id, tenant, centre, sequence, at, offerId, desk.name(), work.item()));
    }

    void decline(OpenWork work, Desk desk, UUID offerId, @Nullable String reason) {
        state.put(desk, desk.state.answeredAt(journal.now()));
        journal.write((id, tenant, centre, sequence, at) -> new RoutingEvent.OfferDeclined(
                id, tenant, centre, sequence, at, offerId, work.item().workItemId(), desk.name(), reason));
        waitAgain(pausedFor(work, desk));
    }

    void expire(OpenWork work, Placement.Offered offer) {
        journal.write((id, tenant, centre, sequence, at) -> new RoutingEvent.OfferExpired(
                id, tenant, centre, sequence, at, offer.offerId(), work.item().workItemId(), offer.agent()));
        waitAgain(work.excluding(offer.agent(), journal.now().plus(PAUSE)));
    }

    void withdraw(OpenWork work, Placement.Offered offer, String reason) {
        journal.write((id, tenant, centre, sequence, at) -> new RoutingEvent.OfferWithdrawn(
                id, tenant, centre, sequence, at, offer.offerId(), work.item().workItemId(), offer.agent(), reason));
        waitAgain(work);
    }

    void release(OpenWork work, Desk desk, @Nullable String reason) {
        OpenWork waiting = sorted(pausedFor(work, desk));
        state.put(waiting);
        state.put(desk, desk.state.busyAt(journal.now()));
        journal.write((id, tenant, centre, sequence, at) ->
                new RoutingEvent.WorkReleased(id, tenant, centre, sequence, at, desk.name(), reason, waiting.item()));
    }

    void complete(OpenWork work, Desk desk, @Nullable String disposition) {
        state.remove(work);
        state.put(desk, desk.state.busyAt(journal.now()));
        journal.write((id, tenant, centre, sequence, at) -> new RoutingEvent.WorkCompleted(
                id,
                tenant,
                centre,
                sequence,
                at,
                work.item().workItemId(),
                work.item().conversationId(),
                desk.name(),
                disposition,
                work.item().messageIds()));
    }

    /** The agent is here or away from now on; away, they lose their offers and keep what they hold. */
    void changePresence(Desk desk, Presence presence, @Nullable String reason) {
        state.put(desk, desk.state.with(presence, journal.now()));
        journal.write((id, tenant, centre, sequence, at) ->
                new RoutingEvent.PresenceChanged(id, tenant, centre, sequence, at, desk.name(), presence, reason));
        if (presence != Presence.AVAILABLE) {
            withdrawAll(
                    desk, "agent-" + presence.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    void withdrawAll(Desk desk, String reason) {
        for (OpenWork work : state.workAt(desk)) {
            if (work.placement() instanceof Placement.Offered offer) {
                withdraw(work, offer, reason);
            }
        }
    }

    void releaseAll(Desk desk, String reason) {
        for (OpenWork work : state.workAt(desk)) {
            if (work.placement() instanceof Placement.Held) {
                release(work, desk, reason);
            }
        }
    }

    private OpenWork pausedFor(OpenWork work, Desk desk) {
        return work.excluding(desk.name(), journal.now().plus(PAUSE));
    }

    /** Work goes on waiting; when the setup changed meanwhile it may be in another queue, and then says so. */
    void waitAgain(OpenWork work) {
        OpenWork waiting = sorted(work);
        if (waiting.item().queue().equals(work.item().queue())) {
            state.put(waiting);
        } else {
            queue(work);
        }
    }

    private OpenWork sorted(OpenWork work) {
        return Sorting.sorted(
                work, state.setup(), profile -> !state.qualified(profile).isEmpty());
    }
}
