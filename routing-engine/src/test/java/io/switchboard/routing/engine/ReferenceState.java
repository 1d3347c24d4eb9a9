package io.switchboard.routing.engine;

import io.switchboard.routing.engine.ReferenceWork.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** All that the reference engine knows: plain lists that are searched from the beginning, and where events are said. */
final class ReferenceState {
    /** Where work goes that no queue takes. */
    static final Policy.Queue UNSORTED = new Policy.Queue(
            "unsorted", Set.of(), Set.of(), Map.of(), false, 3_600_000, 0, 0, 0, List.of(), 0, null, null);

    private static final Policy NO_POLICY = new Policy(
            "none",
            Map.of(),
            List.of(),
            List.of(),
            List.of(Rule.values()),
            30_000,
            3,
            60_000,
            600_000,
            6_000,
            3_600_000,
            20);

    private static final Policy.Channel UNKNOWN_CHANNEL = new Policy.Channel(1, 0, Set.of());

    Policy policy = NO_POLICY;
    long now = Long.MIN_VALUE;
    long sequence;
    long lastNumber;
    final TreeMap<String, ReferenceAgent> agents = new TreeMap<>();
    /** Unfinished work in the order of the numbers. */
    final List<ReferenceWork> work = new ArrayList<>();

    Consumer<? super Event> events = event -> {};

    interface Saying {
        Event with(long sequence, long at);
    }

    long say(Saying saying) {
        sequence++;
        events.accept(saying.with(sequence, now));
        return sequence;
    }

    @Nullable
    ReferenceWork find(UUID id) {
        return work.stream().filter(item -> item.id.equals(id)).findFirst().orElse(null);
    }

    /** Work that is not over for its customer. */
    @Nullable
    ReferenceWork findOpen(UUID id) {
        ReferenceWork found = find(id);
        return found == null || found.state == State.WRAPPING_UP ? null : found;
    }

    /** An agent's work in the order that lists of it have everywhere. */
    List<ReferenceWork> of(String agent, State state) {
        return work.stream()
                .filter(item -> item.isWith(agent, state))
                .sorted(ReferenceWork.FIRST_COME)
                .toList();
    }

    List<ReferenceWork> waiting() {
        return work.stream()
                .filter(item -> item.state == State.WAITING)
                .sorted(ReferenceWork.FIRST_COME)
                .toList();
    }

    boolean hasQueue(String name) {
        return policy.queues().stream().anyMatch(queue -> queue.name().equals(name));
    }

    Policy.Queue queue(String name) {
        return policy.queues().stream()
                .filter(queue -> queue.name().equals(name))
                .findFirst()
                .orElse(UNSORTED);
    }

    Policy.Channel channel(String name) {
        return policy.channels().getOrDefault(name, UNKNOWN_CHANNEL);
    }

    boolean isGone(String agent) {
        ReferenceAgent known = agents.get(agent);
        return known == null || known.presence.isGone();
    }

    int load(ReferenceAgent agent) {
        return work.stream()
                .filter(item -> agent.name().equals(item.agent))
                .mapToInt(item -> channel(item.channel).weight())
                .sum();
    }

    /** Whether the agent's capacity and the channel's limit leave room for the work. */
    boolean hasRoom(ReferenceAgent agent, ReferenceWork wanted) {
        Policy.Channel channel = channel(wanted.channel);
        List<ReferenceWork> theirs =
                work.stream().filter(item -> agent.name().equals(item.agent)).toList();
        int load = theirs.stream()
                .filter(item -> !interrupts(channel, item.channel))
                .mapToInt(item -> channel(item.channel).weight())
                .sum();
        long ofChannel = theirs.stream()
                .filter(item -> item.channel.equals(wanted.channel))
                .count();
        return load + channel.weight() <= agent.profile.capacity()
                && (channel.limit() == 0 || ofChannel < channel.limit());
    }

    /** Work of a channel that the policy does not name is not interrupted. */
    private boolean interrupts(Policy.Channel channel, String other) {
        return policy.channels().containsKey(other) && channel.interrupts().contains(other);
    }

    @Override
    public String toString() {
        StringBuilder text =
                new StringBuilder("now=%d sequence=%d policy=%s%n".formatted(now, sequence, policy.version()));
        agents.values().forEach(agent -> text.append("  ").append(agent).append('\n'));
        work.forEach(item -> text.append("  ").append(item).append('\n'));
        return text.append("  ").append(policy).append('\n').toString();
    }
}
