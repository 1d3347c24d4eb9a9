package io.switchboard.routing.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A queue of the policy in force, with what is in it. */
final class Queue {
    final Policy.Queue rules;
    final Pace pace;
    int waiting;
    int deferred;
    /** The rings of work that nobody added skills to, for each channel by language. */
    private final List<Map<String, Profile[]>> rings;

    Queue(Policy.Queue rules, Pace pace, int channels) {
        this.rules = rules;
        this.pace = pace;
        rings = Stream.<Map<String, Profile[]>>generate(HashMap::new)
                .limit(channels)
                .toList();
    }

    Map<String, Profile[]> rings(int channel) {
        return rings.get(channel);
    }

    String name() {
        return rules.name();
    }

    boolean takes(String channel, String topic) {
        return (rules.channels().isEmpty() || rules.channels().contains(channel))
                && (rules.topics().isEmpty() || rules.topics().contains(topic));
    }

    boolean isFull() {
        return rules.maxWaiting() > 0 && waiting + deferred >= rules.maxWaiting();
    }

    /** Returns when work that comes at a time starts to wait: at once when it is open. */
    long opens(long at) {
        return rules.hours() == null ? at : rules.hours().nextOpen(at);
    }

    long deadline(long start) {
        return rules.hours() == null
                ? start + rules.serviceTarget()
                : rules.hours().after(start, rules.serviceTarget());
    }

    void count(Work work, int by) {
        if (work.waits()) {
            waiting += by;
        } else {
            deferred += by;
        }
    }
}
