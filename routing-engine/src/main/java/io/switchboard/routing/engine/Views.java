package io.switchboard.routing.engine;

import java.util.Map;
import java.util.TreeMap;

/** What can be seen of a centre from outside. */
final class Views {
    private Views() {}

    static WorkView of(Work work, State state) {
        String agent = work.desk == null ? null : work.desk.name();
        return new WorkView(
                work.place,
                agent,
                work.queue.name(),
                work.ring,
                work.deadline,
                work.waits() ? position(work, state) : 0);
    }

    /** Counts what comes before it, one by one: asked for now and then, not with every command. */
    private static int position(Work work, State state) {
        int position = 1;
        for (Work other : state.works()) {
            position += other.waits() && other.queue == work.queue && other.before(work) ? 1 : 0;
        }
        return position;
    }

    static Map<String, Integer> waitingByQueue(State state) {
        Map<String, Integer> waiting = new TreeMap<>();
        for (Queue queue : state.layout().queues()) {
            waiting.put(queue.name(), queue.waiting + queue.deferred);
        }
        return waiting;
    }
}
