package io.switchboard.routing.engine;

import io.switchboard.routing.engine.Policy.Queue;
import io.switchboard.routing.engine.Policy.Step;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A queue of a test. Times in seconds. */
final class AQueue {
    final String name;
    Set<String> channels = Set.of();
    Set<String> topics = Set.of();
    Map<String, Integer> skills = Map.of();
    boolean speakLanguage;
    long target = 60;
    long escalateAfter;
    long preferredWait;
    long wrapUp;
    List<Step> relaxation = List.of();
    int maxWaiting;

    @Nullable
    String overflowQueue;

    @Nullable
    Hours hours;

    AQueue(String name) {
        this.name = name;
    }

    /** Returns the queue of a topic that asks for one skill of the same name. */
    static AQueue asking(String skill, int level) {
        var queue = new AQueue(skill);
        queue.topics = Set.of(skill);
        queue.skills = Map.of(skill, level);
        return queue;
    }

    AQueue relaxing(Step... steps) {
        relaxation = List.of(steps);
        return this;
    }

    AQueue overflowing(int waiting, @Nullable String to) {
        maxWaiting = waiting;
        overflowQueue = to;
        return this;
    }

    AQueue open(Hours when) {
        hours = when;
        return this;
    }

    Queue build() {
        return new Queue(
                name,
                channels,
                topics,
                skills,
                speakLanguage,
                target * 1000,
                escalateAfter * 1000,
                preferredWait * 1000,
                wrapUp * 1000,
                relaxation,
                maxWaiting,
                overflowQueue,
                hours);
    }
}
