package io.switchboard.routing.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Everything a centre knows. Work changes its place through {@link #leave} and {@link #enter} alone, so that no index can
 * forget it.
 */
final class State {
    long now;
    long sequence;
    long lastNumber;
    /** Emergencies that wait, now or later. */
    int emergencies;

    final Timers timers = new Timers();
    final Changes changes = new Changes();
    /** Work that came to waiting, and agents whom something freed: nothing else can have found each other meanwhile. */
    final List<Work> stirred = new ArrayList<>();

    final List<Desk> freed = new ArrayList<>();
    /** Agents who left: work may wait for them in vain. */
    final List<Desk> left = new ArrayList<>();

    private final Map<UUID, Work> works = new HashMap<>();
    private final Map<Long, Work> offers = new HashMap<>();
    private final Map<String, Desk> desks = new HashMap<>();
    private Layout layout;
    private Choosing choosing;
    private Consumer<? super Event> events = _ -> {};

    State(Policy policy) {
        layout = new Layout(policy, null);
        choosing = new Choosing(layout, desks);
    }

    void tellTo(Consumer<? super Event> reader) {
        events = reader;
    }

    long next() {
        return ++sequence;
    }

    void tell(Event event) {
        events.accept(event);
    }

    Layout layout() {
        return layout;
    }

    Choosing choosing() {
        return choosing;
    }

    Policy policy() {
        return layout.policy;
    }

    /** Another policy is in force: agents and work find their places in it. */
    void layOut(Policy policy) {
        Layout before = layout;
        layout = new Layout(policy, before);
        for (Queue queue : before.queues()) {
            if (layout.anyQueue(queue.name()) == null) {
                changes.gone(queue);
            }
        }
        choosing = new Choosing(layout, desks);
        emergencies = 0;
        Collection<Desk> sorted = desks();
        sorted.forEach(desk -> desk.layOut(layout));
        for (Work work : worksByNumber()) {
            sort(work, queueOf(work));
            work.ring = Math.min(work.ring, work.rings.length - 1);
            index(work);
        }
        for (Desk desk : sorted) {
            layout.pool.place(desk);
            timers.set(desk, Moments.next(desk, policy));
            changes.touch(desk);
        }
    }

    private void index(Work work) {
        if (work.isOpen()) {
            enter(work);
        } else {
            work.who().hold(work, layout.channels.weight(work.channelIndex));
            touched(work);
        }
    }

    /** Puts back what was remembered; {@link #layOut} finds its place. */
    void restore(Work work) {
        works.put(work.id, work);
        if (work.place == Place.OFFERED) {
            offers.put(work.offer, work);
        }
    }

    @Nullable
    Work work(UUID id) {
        return works.get(id);
    }

    @Nullable
    Work offered(long offer) {
        return offers.get(offer);
    }

    Collection<Work> works() {
        return works.values();
    }

    List<Work> worksByNumber() {
        List<Work> sorted = new ArrayList<>(works.values());
        sorted.sort((one, other) -> Long.compare(one.number, other.number));
        return sorted;
    }

    @Nullable
    Desk desk(String agent) {
        return desks.get(agent);
    }

    /** Returns the agent, or somebody of that name who is never there. */
    Desk deskOrGhost(String agent) {
        @Nullable Desk desk = desks.get(agent);
        return desk == null ? new Desk(new Policy.Agent(agent, 1, Map.of())) : desk;
    }

    /** Returns the agents in order of their names. */
    Collection<Desk> desks() {
        return desks.values().stream().sorted(Comparator.comparing(Desk::name)).toList();
    }

    void add(Desk desk) {
        desks.put(desk.name(), desk);
        changes.touch(desk);
    }

    void remove(Desk desk) {
        layout.pool.take(desk);
        timers.set(desk, Timed.NEVER);
        desk.room = 0;
        desk.preferred = new Line();
        desks.remove(desk.name());
        changes.gone(desk);
    }

    /** Sorts work into a queue: what it asks for, when it should be taken, who comes first. */
    void sort(Work work, Queue queue) {
        work.queue = queue;
        work.channelIndex = layout.channels.indexOf(work.channel);
        work.rings = layout.rings(queue, work.channelIndex, work.language, work.moreSkills);
        work.start = queue.opens(work.arrivedAt);
        work.deadline = queue.deadline(work.start);
        rank(work);
    }

    /** Returns the queue work was sent to, or else the one it belongs to. */
    Queue queueOf(Work work) {
        @Nullable Queue sentTo = work.sentTo == null ? null : layout.queue(work.sentTo);
        return sentTo == null ? layout.queueFor(work.channel, work.topic) : sentTo;
    }

    /** Waiting work comes earlier than before. */
    void reorder(Work work) {
        if (work.ring == Work.PREFERRED) {
            work.awaited().preferred.settle(work);
        } else {
            layout.backlog.reorder(work);
        }
    }

    void rank(Work work) {
        Policy policy = policy();
        work.key = work.deadline
                - work.priority * policy.msPerPriority()
                - (work.emergency ? policy.emergencyHeadStart() : 0);
    }

    /** Work that is in no index comes to its place. */
    void enter(Work work) {
        works.put(work.id, work);
        switch (work.place) {
            case WAITING -> queueUp(work);
            case DEFERRED -> count(work, 1);
            case OFFERED -> {
                offers.put(work.offer, work);
                load(work, 1);
            }
            case HELD, WRAPPING_UP -> load(work, 1);
        }
        changes.touch(work);
        timers.set(work, Moments.next(work));
    }

    /** Work leaves all indexes. It is lost unless it enters again. */
    void leave(Work work) {
        switch (work.place) {
            case WAITING -> unqueue(work);
            case DEFERRED -> count(work, -1);
            case OFFERED -> {
                offers.remove(work.offer);
                load(work, -1);
            }
            case HELD, WRAPPING_UP -> load(work, -1);
        }
    }

    /** Offered work stays with its agent: their load is the same. */
    void accepted(Work work) {
        offers.remove(work.offer);
        work.place = Place.HELD;
        touched(work);
        changes.touch(work.who());
    }

    /** Work is over. */
    void finish(Work work) {
        leave(work);
        timers.set(work, Timed.NEVER);
        works.remove(work.id);
        work.over = true;
        changes.gone(work);
        forgetQuestion(work);
    }

    /** What a question was about knows it no longer. */
    private void forgetQuestion(Work question) {
        @Nullable Work about = question.consultOf == null ? null : works.get(question.consultOf);
        if (about != null && about.consultation == question) {
            about.consultation = null;
            changes.touch(about);
        }
    }

    /** Something of the work changed that is in no index but the time of its next moment. */
    void touched(Work work) {
        changes.touch(work);
        timers.set(work, Moments.next(work));
    }

    private void count(Work work, int by) {
        work.queue.count(work, by);
        emergencies += work.emergency ? by : 0;
    }

    private void queueUp(Work work) {
        if (work.queue.waiting == 0) {
            work.queue.pace.startsWaiting(now);
            changes.touch(work.queue);
        }
        count(work, 1);
        if (work.ring == Work.PREFERRED) {
            work.awaited().preferred.add(work);
        } else {
            layout.backlog.add(work);
        }
        stirred.add(work);
    }

    private void unqueue(Work work) {
        count(work, -1);
        if (work.queue.waiting == 0) {
            work.queue.pace.nothingWaits();
            changes.touch(work.queue);
        }
        if (work.ring == Work.PREFERRED) {
            work.awaited().preferred.remove(work);
        } else {
            layout.backlog.remove(work);
        }
    }

    /** An agent gets work, or is rid of it. */
    private void load(Work work, int by) {
        Desk desk = work.who();
        int weight = layout.channels.weight(work.channelIndex);
        if (by > 0) {
            desk.hold(work, weight);
        } else {
            desk.drop(work, weight);
            freed.add(desk);
        }
        desk.freeSince = sequence;
        layout.pool.place(desk);
        changes.touch(desk);
    }

    /** An agent's presence is another. */
    void placed(Desk desk) {
        (desk.isGone() ? left : freed).add(desk);
        desk.freeSince = sequence;
        layout.pool.place(desk);
        changes.touch(desk);
        timers.set(desk, Moments.next(desk, policy()));
    }
}
