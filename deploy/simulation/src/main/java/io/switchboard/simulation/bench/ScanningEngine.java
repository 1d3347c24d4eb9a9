package io.switchboard.simulation.bench;

import io.switchboard.routing.engine.Command;
import io.switchboard.routing.engine.Event;
import io.switchboard.routing.engine.Explanation;
import io.switchboard.routing.engine.Policy;
import io.switchboard.routing.engine.Presence;
import io.switchboard.simulation.dispatch.Router;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The peer of the benchmark: what one would write first. A freed agent is offered the first work they fit, found by looking
 * at all that waits; new work goes to who is idle for longest among those who fit, found by looking at all agents.
 *
 * <p>It keeps skills, capacity, keys and exclusions as the engine does, and leaves out what costs the engine time besides:
 * timers, service levels, relaxation, hours, limits of channels, expectations, explanations.
 */
public final class ScanningEngine implements Router {
    private final Map<String, Desk> desks = new LinkedHashMap<>();
    private final Map<String, Policy.Queue> queues = new HashMap<>();
    private final Map<UUID, Item> items = new HashMap<>();
    private final Map<Long, Item> offers = new HashMap<>();
    private final List<Item> waiting = new ArrayList<>();
    private @Nullable Policy policy;
    private long sequence;
    private long numbers;

    private static final class Desk {
        final Policy.Agent agent;
        Presence presence = Presence.OFFLINE;
        int load;
        long freeSince;

        Desk(Policy.Agent agent) {
            this.agent = agent;
        }
    }

    private static final class Item {
        final UUID work;
        final Policy.Queue queue;
        final int weight;
        final long key;
        final long number;
        int place;

        @Nullable
        Desk desk;

        @Nullable
        Desk excluded;

        Item(UUID work, Policy.Queue queue, int weight, long key, long number) {
            this.work = work;
            this.queue = queue;
            this.weight = weight;
            this.key = key;
            this.number = number;
        }

        boolean comesBefore(@Nullable Item other) {
            return other == null || key < other.key || (key == other.key && number < other.number);
        }
    }

    @Override
    public long nextDue() {
        return Long.MAX_VALUE;
    }

    @Override
    public void handle(Command command, Consumer<? super Event> events) {
        switch (command) {
            case Command.Apply apply -> {
                policy = apply.policy();
                apply.policy().queues().forEach(queue -> queue.topics().forEach(topic -> queues.put(topic, queue)));
                apply.policy().agents().forEach(agent -> desks.put(agent.name(), new Desk(agent)));
            }
            case Command.SetPresence c -> {
                Desk desk = desk(c.agent());
                desk.presence = c.presence();
                events.accept(new Event.PresenceChanged(free(desk), c.at(), c.agent(), c.presence(), null));
                fill(desk, c.at(), events);
            }
            case Command.Arrive c -> arrive(c, events);
            case Command.Accept c -> {
                Item item = offers.remove(c.offer());
                if (item == null) {
                    refuse(c, "unknown-offer", events);
                } else {
                    events.accept(new Event.Accepted(++sequence, c.at(), item.work, c.agent(), c.offer()));
                }
            }
            case Command.Decline c -> decline(c, events);
            case Command.Complete c -> {
                Item item = items.remove(c.work());
                if (item == null || item.desk == null) {
                    refuse(c, "unknown-work", events);
                    return;
                }
                Desk desk = item.desk;
                desk.load -= item.weight;
                events.accept(new Event.Completed(free(desk), c.at(), c.work(), c.agent(), 0));
                fill(desk, c.at(), events);
            }
            case Command.Cancel c -> {
                Item item = items.get(c.work());
                if (item == null || item.desk != null) {
                    refuse(c, "unknown-work", events);
                    return;
                }
                items.remove(c.work());
                stopWaiting(item);
                events.accept(new Event.Cancelled(++sequence, c.at(), c.work(), null, c.reason()));
            }
            case Command.Update _, Command.Tick _ -> {}
            case Command.EndWrapUp _,
                    Command.Release _,
                    Command.Pick _,
                    Command.Assign _,
                    Command.Transfer _,
                    Command.Consult _,
                    Command.Postpone _ -> throw new UnsupportedOperationException("Not part of the benchmark");
        }
    }

    private void refuse(Command command, String reason, Consumer<? super Event> events) {
        events.accept(new Event.Refused(++sequence, command.at(), command, reason));
    }

    private void arrive(Command.Arrive c, Consumer<? super Event> events) {
        Policy in = inForce();
        Policy.Queue queue = queues.get(c.topic());
        if (queue == null) {
            throw new IllegalStateException("No queue for " + c.topic());
        }
        Policy.Channel channel = in.channels().getOrDefault(c.channel(), new Policy.Channel(1, 0, java.util.Set.of()));
        long deadline = c.arrivedAt() + queue.serviceTarget();
        Item item =
                new Item(c.work(), queue, channel.weight(), deadline - c.priority() * in.msPerPriority(), ++numbers);
        items.put(c.work(), item);
        startWaiting(item);
        events.accept(
                new Event.Queued(++sequence, c.at(), c.work(), queue.name(), deadline, waiting.size(), null, null));
        route(item, c.at(), events);
    }

    private void decline(Command.Decline c, Consumer<? super Event> events) {
        Item item = offers.remove(c.offer());
        if (item == null || item.desk == null) {
            refuse(c, "unknown-offer", events);
            return;
        }
        Desk desk = item.desk;
        desk.load -= item.weight;
        item.desk = null;
        item.excluded = desk;
        startWaiting(item);
        events.accept(new Event.Declined(free(desk), c.at(), item.work, c.agent(), c.offer(), null));
        route(item, c.at(), events);
        fill(desk, c.at(), events);
    }

    private void route(Item item, long at, Consumer<? super Event> events) {
        Desk best = null;
        for (Desk desk : desks.values()) {
            if (fits(desk, item) && (best == null || desk.freeSince < best.freeSince)) {
                best = desk;
            }
        }
        if (best != null) {
            offer(item, best, at, events);
        }
    }

    private void fill(Desk desk, long at, Consumer<? super Event> events) {
        while (desk.presence == Presence.AVAILABLE) {
            Item first = null;
            for (Item item : waiting) {
                if (item.comesBefore(first) && fits(desk, item)) {
                    first = item;
                }
            }
            if (first == null) {
                return;
            }
            offer(first, desk, at, events);
        }
    }

    private static boolean fits(Desk desk, Item item) {
        if (desk.presence != Presence.AVAILABLE
                || item.excluded == desk
                || desk.load + item.weight > desk.agent.capacity()) {
            return false;
        }
        for (Map.Entry<String, Integer> asked : item.queue.skills().entrySet()) {
            if (desk.agent.skills().getOrDefault(asked.getKey(), 0) < asked.getValue()) {
                return false;
            }
        }
        return true;
    }

    private void offer(Item item, Desk desk, long at, Consumer<? super Event> events) {
        stopWaiting(item);
        item.desk = desk;
        desk.load += item.weight;
        long offer = free(desk);
        offers.put(offer, item);
        Policy in = inForce();
        events.accept(new Event.Offered(
                offer,
                at,
                item.work,
                desk.agent.name(),
                at + in.offerTimeout(),
                new Explanation(in.version(), 0, 0, 0, List.of(), null, null)));
    }

    private Policy inForce() {
        if (policy == null) {
            throw new IllegalStateException("No policy is in force");
        }
        return policy;
    }

    private Desk desk(String agent) {
        Desk desk = desks.get(agent);
        if (desk == null) {
            throw new IllegalStateException("No agent " + agent);
        }
        return desk;
    }

    private long free(Desk desk) {
        desk.freeSince = ++sequence;
        return sequence;
    }

    private void startWaiting(Item item) {
        item.place = waiting.size();
        waiting.add(item);
    }

    private void stopWaiting(Item item) {
        Item last = waiting.removeLast();
        if (last != item) {
            waiting.set(item.place, last);
            last.place = item.place;
        }
    }
}
