package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.WorkItem;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A work item that is not finished.
 *
 * @param item as others see it
 * @param profile what it asks of an agent
 * @param key who comes first: the lower key, and of equal ones the lower sequence. It does not depend on the time now,
 *     so whoever waits moves forward by waiting, and nobody is overtaken for ever
 * @param sequence unique in the centre, in order of arrival
 * @param placement where it is
 * @param excluded agents who may not be offered it, until when
 */
public record OpenWork(
        WorkItem item, Profile profile, Instant key, long sequence, Placement placement, Map<String, Instant> excluded)
        implements Memory {

    static final Comparator<OpenWork> FIRST_COMES_FIRST =
            Comparator.comparing(OpenWork::key).thenComparingLong(OpenWork::sequence);

    /** Copies the exclusions. */
    public OpenWork {
        excluded = Map.copyOf(excluded);
    }

    @Override
    public String name() {
        return "work/" + item.workItemId();
    }

    boolean waits() {
        return placement instanceof Placement.Waiting;
    }

    boolean excludes(String agent, Instant now) {
        @Nullable Instant until = excluded.get(agent);
        return until != null && until.isAfter(now);
    }

    OpenWork placed(Placement place) {
        return new OpenWork(item, profile, key, sequence, place, excluded);
    }

    static OpenWork arrived(WorkItem item, long sequence) {
        return new OpenWork(
                item, new Profile(Map.of(), 1), item.arrivedAt(), sequence, new Placement.Waiting(), Map.of());
    }

    OpenWork describedAs(WorkItem newItem) {
        return new OpenWork(newItem, profile, Sorting.key(newItem), sequence, placement, excluded);
    }

    OpenWork weighing(int weight) {
        return new OpenWork(item, profile.weighing(weight), key, sequence, placement, excluded);
    }

    OpenWork excluding(String agent, Instant until) {
        Map<String, Instant> more = new HashMap<>(excluded);
        more.put(agent, until);
        return new OpenWork(item, profile, key, sequence, placement, more);
    }

    /** Forgets the exclusions that have ended. */
    OpenWork at(Instant now) {
        Map<String, Instant> left = new HashMap<>(excluded);
        left.values().removeIf(until -> !until.isAfter(now));
        return new OpenWork(item, profile, key, sequence, placement, left);
    }
}
