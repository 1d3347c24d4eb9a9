package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.RoutingSetup;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything a centre knows, with the indexes that keep each question cheap. All change goes through {@code put} and
 * {@code remove}, so that no index can forget something, and each change is noted for whoever keeps the memory.
 */
final class CentreState {
    /** How long someone may be gone before the work they hold goes to others. */
    static final Duration LONGEST_ABSENCE = Duration.ofMinutes(10);

    private final Map<UUID, OpenWork> work = new HashMap<>();
    private final Map<UUID, UUID> workByConversation = new HashMap<>();
    private final Map<UUID, UUID> workByMessage = new HashMap<>();
    private final Map<UUID, UUID> workByOffer = new HashMap<>();
    private final Map<String, Desk> desks = new TreeMap<>();
    private final Map<Profile, List<Desk>> qualified = new HashMap<>();
    private final PriorityQueue<Due> dues = new PriorityQueue<>(Due.EARLIEST_FIRST);
    private final Map<String, @Nullable Memory> changes = new LinkedHashMap<>();
    private @Nullable RoutingSetup setup;

    final Backlog backlog = new Backlog();
    final RecentIds finishedMessages = new RecentIds("message", 10_000);
    final RecentIds commands = new RecentIds("command", 1_000);
    /** Work that may find an agent it did not find before, and agents who may find work: all others have been tried. */
    final NavigableSet<OpenWork> stirredWork = new TreeSet<>(OpenWork.FIRST_COMES_FIRST);

    final NavigableSet<Desk> stirredDesks = new TreeSet<>(Comparator.comparing(Desk::name));

    @Nullable
    RoutingSetup setup() {
        return setup;
    }

    void put(RoutingSetup next) {
        setup = next;
        note(new Memory.InForce(next));
        for (RoutingSetup.Agent agent : next.agents()) {
            @Nullable Desk desk = desks.get(agent.name());
            if (desk != null) {
                desk.agent = agent;
            }
        }
        qualified.clear();
    }

    @Nullable
    OpenWork work(@Nullable UUID workItemId) {
        return workItemId == null ? null : work.get(workItemId);
    }

    @Nullable
    OpenWork workOfConversation(UUID conversationId) {
        return work(workByConversation.get(conversationId));
    }

    @Nullable
    OpenWork workOfOffer(UUID offerId) {
        return work(workByOffer.get(offerId));
    }

    boolean knowsMessage(UUID messageId) {
        return workByMessage.containsKey(messageId) || finishedMessages.contains(messageId);
    }

    /** Returns all open work, in order of arrival. */
    List<OpenWork> allWork() {
        return inOrder(work.values());
    }

    List<OpenWork> workAt(Desk desk) {
        return inOrder(desk.work.stream().map(work::get).toList());
    }

    private static List<OpenWork> inOrder(Collection<OpenWork> some) {
        List<OpenWork> sorted = new ArrayList<>(some);
        sorted.sort(Comparator.comparingLong(OpenWork::sequence));
        return sorted;
    }

    void put(OpenWork next) {
        take(next.item().workItemId());
        note(next);
        index(next);
    }

    void remove(OpenWork finished) {
        take(finished.item().workItemId());
        changes.put(finished.name(), null);
        finished.item().messageIds().forEach(messageId -> {
            workByMessage.remove(messageId);
            note(finishedMessages.add(messageId));
        });
    }

    private void index(OpenWork next) {
        UUID id = next.item().workItemId();
        work.put(id, next);
        workByConversation.put(next.item().conversationId(), id);
        next.item().messageIds().forEach(messageId -> workByMessage.put(messageId, id));
        switch (next.placement()) {
            case Placement.Waiting _ -> {
                backlog.add(next);
                stirredWork.add(next);
                next.excluded().values().stream()
                        .min(Comparator.naturalOrder())
                        .ifPresent(until -> dues.add(new Due.Work(until, id)));
            }
            case Placement.Offered offered -> {
                workByOffer.put(offered.offerId(), id);
                dues.add(new Due.Work(offered.expiresAt(), id));
                occupy(offered.agent(), next);
            }
            case Placement.Held held -> occupy(held.agent(), next);
        }
    }

    private void occupy(String agent, OpenWork next) {
        @Nullable Desk desk = desks.get(agent);
        if (desk != null) {
            desk.work.add(next.item().workItemId());
            desk.load += next.profile().weight();
        }
    }

    private void take(UUID workItemId) {
        @Nullable OpenWork old = work.remove(workItemId);
        if (old == null) {
            return;
        }
        workByConversation.remove(old.item().conversationId());
        backlog.remove(old);
        stirredWork.remove(old);
        if (old.placement() instanceof Placement.Offered offered) {
            workByOffer.remove(offered.offerId());
        }
        @Nullable String agent = old.placement().agent();
        @Nullable Desk desk = agent == null ? null : desks.get(agent);
        if (desk != null) {
            desk.work.remove(workItemId);
            desk.load -= old.profile().weight();
            stirredDesks.add(desk);
        }
    }

    Collection<Desk> desks() {
        return desks.values();
    }

    @Nullable
    Desk desk(String agent) {
        return desks.get(agent);
    }

    void add(Desk desk) {
        desks.put(desk.name(), desk);
        put(desk, desk.state);
        qualified.clear();
    }

    void put(Desk desk, AgentState state) {
        desk.state = state;
        note(state);
        stirredDesks.add(desk);
        if (state.isGone()) {
            dues.add(new Due.Absence(state.since().plus(LONGEST_ABSENCE), desk.name()));
        }
    }

    void remove(Desk desk) {
        desks.remove(desk.name());
        stirredDesks.remove(desk);
        changes.put(desk.state.name(), null);
        qualified.clear();
    }

    /** Returns the agents of the setup who have the skills, whether they are there or not. */
    List<Desk> qualified(Profile profile) {
        return qualified.computeIfAbsent(
                profile,
                asked -> desks.values().stream()
                        .filter(desk -> asked.metBy(desk.agent))
                        .toList());
    }

    @Nullable
    Instant nextDue() {
        @Nullable Due due = dues.peek();
        return due == null ? null : due.at();
    }

    @Nullable
    Due takeDue(Instant now) {
        @Nullable Due due = dues.peek();
        return due == null || due.at().isAfter(now) ? null : dues.poll();
    }

    void note(Memory memory) {
        changes.put(memory.name(), memory);
    }

    Map<String, @Nullable Memory> takeChanges() {
        Map<String, @Nullable Memory> taken = new LinkedHashMap<>(changes);
        changes.clear();
        return taken;
    }
}
