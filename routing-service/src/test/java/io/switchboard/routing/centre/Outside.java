package io.switchboard.routing.centre;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.WorkItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody who only reads the events believes, and what may not happen to them. */
final class Outside {
    private static final String WAITS = "waits";

    private final Map<UUID, String> placeByWork = new HashMap<>();
    private final Map<UUID, UUID> offerByWork = new HashMap<>();
    private final Map<UUID, List<UUID>> messagesByWork = new HashMap<>();
    private final Set<UUID> messages = new HashSet<>();
    private final Set<UUID> finished = new HashSet<>();
    private final Set<UUID> commands = new HashSet<>();
    private long sequence;
    private int offers;

    void sees(Input input, List<RoutingEvent> events) {
        boolean refused = false;
        List<UUID> brought = new ArrayList<>();
        for (RoutingEvent event : events) {
            assertThat(event.sequence()).isEqualTo(++sequence);
            brought.addAll(brings(event));
            believe(event);
            refused |= event instanceof RoutingEvent.CommandRefused;
        }
        if (input instanceof Input.MessageArrived arrived) {
            UUID messageId = arrived.message().message().messageId();
            assertThat(brought).isEqualTo(messages.add(messageId) ? List.of(messageId) : List.of());
        } else if (input instanceof Input.CommandGiven given) {
            assertThat(commands.add(given.command().commandId()) || refused).isTrue();
        }
    }

    /** Work that is known already and comes into its queue again, as when what was put off is due, brings nothing. */
    private List<UUID> brings(RoutingEvent event) {
        return switch (event) {
            case RoutingEvent.WorkQueued e
            when !placeByWork.containsKey(e.workItem().workItemId()) ->
                e.workItem().messageIds();
            case RoutingEvent.MessageAdded e -> List.of(e.messageId());
            default -> List.of();
        };
    }

    private void believe(RoutingEvent event) {
        switch (event) {
            case RoutingEvent.WorkQueued e ->
                assertThat(put(e.workItem(), WAITS)).isIn(null, WAITS, "deferred");
            case RoutingEvent.WorkDeferred e -> put(e.workItem(), "deferred");
            case RoutingEvent.WorkOffered e -> offered(e);
            case RoutingEvent.OfferAccepted e -> {
                over(e.workItem().workItemId(), e.offerId(), e.agent());
                put(e.workItem(), "held by " + e.agent());
            }
            case RoutingEvent.OfferDeclined e -> over(e.workItemId(), e.offerId(), e.agent());
            case RoutingEvent.OfferExpired e -> over(e.workItemId(), e.offerId(), e.agent());
            case RoutingEvent.OfferWithdrawn e -> over(e.workItemId(), e.offerId(), e.agent());
            case RoutingEvent.WorkReleased e ->
                assertThat(put(e.workItem(), WAITS)).isEqualTo("held by " + e.agent());
            case RoutingEvent.WorkTransferred e ->
                assertThat(put(e.workItem(), WAITS)).isEqualTo("held by " + e.agent());
            case RoutingEvent.WorkAssigned e ->
                assertThat(put(e.workItem(), "held by " + e.agent())).isIn(WAITS, "deferred");
            case RoutingEvent.WorkCompleted e -> {
                assertThat(finish(e.workItemId())).isEqualTo("held by " + e.agent());
            }
            case RoutingEvent.WorkCancelled e ->
                assertThat(finish(e.workItemId())).isNotNull();
            case RoutingEvent.WorkOverflowed e ->
                assertThat(finish(e.workItem().workItemId())).isEqualTo(WAITS);
            case RoutingEvent.MessageAdded e -> {
                assertThat(placeByWork).containsKey(e.workItem().workItemId());
                messagesByWork.put(e.workItem().workItemId(), e.workItem().messageIds());
            }
            case RoutingEvent.WorkRelaxed e -> assertThat(placeByWork).containsEntry(e.workItemId(), WAITS);
            case RoutingEvent.ServiceLevelAlert e -> assertThat(placeByWork).containsKey(e.workItemId());
            case RoutingEvent.PriorityRaised e -> assertThat(placeByWork).containsKey(e.workItemId());
            case RoutingEvent.WrapUpEnded _,
                    RoutingEvent.PresenceChanged _,
                    RoutingEvent.CommandRefused _,
                    RoutingEvent.SetupApplied _ -> {}
        }
    }

    private void offered(RoutingEvent.WorkOffered e) {
        offers++;
        assertThat(put(e.workItem(), "offered to " + e.agent())).isEqualTo(WAITS);
        assertThat(offerByWork.put(e.workItem().workItemId(), e.offerId())).isNull();
    }

    private @Nullable String put(WorkItem item, String place) {
        messagesByWork.put(item.workItemId(), item.messageIds());
        return placeByWork.put(item.workItemId(), place);
    }

    private @Nullable String finish(UUID work) {
        finished.addAll(messagesByWork.remove(work));
        return placeByWork.remove(work);
    }

    private void over(UUID workItemId, UUID offerId, String agent) {
        assertThat(placeByWork.put(workItemId, WAITS)).isEqualTo("offered to " + agent);
        assertThat(offerByWork.remove(workItemId)).isEqualTo(offerId);
    }

    void everyMessageIsInOneOpenItemOrFinished() {
        List<UUID> open = messagesByWork.values().stream().flatMap(List::stream).toList();
        assertThat(open).doesNotHaveDuplicates().doesNotContainAnyElementsOf(finished);
        Set<UUID> all = new HashSet<>(open);
        all.addAll(finished);
        assertThat(all).isEqualTo(messages);
    }

    int offers() {
        return offers;
    }

    List<UUID> openWork() {
        List<UUID> work = new ArrayList<>(placeByWork.keySet());
        work.sort(UUID::compareTo);
        return work;
    }

    @Nullable
    UUID offerOf(UUID work) {
        return offerByWork.get(work);
    }

    /** Returns who has the work or is offered it, or null. */
    @Nullable
    String agentOf(UUID work) {
        @Nullable String place = placeByWork.get(work);
        return place == null || place.equals(WAITS) || place.equals("deferred")
                ? null
                : place.substring(place.lastIndexOf(' ') + 1);
    }
}
