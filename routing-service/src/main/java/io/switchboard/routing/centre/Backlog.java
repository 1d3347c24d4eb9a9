package io.switchboard.routing.centre;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The work that waits: one line for each profile, so that a freed agent looks at the heads of lines and not at all work. */
final class Backlog {
    private final Map<Profile, NavigableSet<OpenWork>> lines = new HashMap<>();
    private final Map<String, Integer> countByQueue = new TreeMap<>();

    void add(OpenWork work) {
        lines.computeIfAbsent(work.profile(), _ -> new TreeSet<>(OpenWork.FIRST_COMES_FIRST))
                .add(work);
        countByQueue.merge(work.item().queue(), 1, Integer::sum);
    }

    void remove(OpenWork work) {
        @Nullable NavigableSet<OpenWork> line = lines.get(work.profile());
        if (line != null && line.remove(work)) {
            countByQueue.merge(work.item().queue(), -1, Integer::sum);
            if (line.isEmpty()) {
                lines.remove(work.profile());
            }
        }
    }

    /** Returns the work that comes first among what the agent could be offered now, or null. */
    @Nullable
    OpenWork firstFor(Desk desk, Instant now) {
        @Nullable OpenWork first = null;
        for (Map.Entry<Profile, NavigableSet<OpenWork>> line : lines.entrySet()) {
            Profile profile = line.getKey();
            if (desk.hasRoomFor(profile.weight()) && profile.metBy(desk.agent)) {
                first = earlier(first, firstOf(line.getValue(), desk, now));
            }
        }
        return first;
    }

    private static @Nullable OpenWork firstOf(NavigableSet<OpenWork> line, Desk desk, Instant now) {
        for (OpenWork work : line) {
            if (!work.excludes(desk.name(), now)) {
                return work;
            }
        }
        return null;
    }

    static @Nullable OpenWork earlier(@Nullable OpenWork one, @Nullable OpenWork other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return OpenWork.FIRST_COMES_FIRST.compare(one, other) <= 0 ? one : other;
    }

    /** Returns how much waits in each queue where something waits or waited. */
    Map<String, Integer> countByQueue() {
        return Map.copyOf(countByQueue);
    }
}
