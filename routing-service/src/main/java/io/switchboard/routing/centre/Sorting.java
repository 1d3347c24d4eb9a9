package io.switchboard.routing.centre;

import io.switchboard.contracts.message.Standing;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.contracts.routing.RoutingSetup.Queue;
import io.switchboard.contracts.routing.WorkItem;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which queue work belongs to, what it asks of an agent there, and who comes before whom. */
final class Sorting {
    /** Where work waits until a setup says better. It asks for no skill, so that anybody may take it. */
    static final String UNSORTED = "unsorted";

    private static final Queue UNSORTED_QUEUE = new Queue(UNSORTED, Set.of(), Set.of(), Map.of(), false, 3600);

    /** The most important message overtakes what came up to ten minutes before it, and nothing older. */
    private static final long SECONDS_PER_PRIORITY = 6;

    private static final int DEFAULT_WEIGHT = 1;

    private Sorting() {}

    /**
     * Returns the work as it waits under a setup.
     *
     * @param somebodyMeets whether any agent of the setup could ever take such work
     */
    static OpenWork sorted(OpenWork work, @Nullable RoutingSetup setup, Predicate<Profile> somebodyMeets) {
        WorkItem item = work.item();
        Queue queue = queueOf(item, setup);
        Instant deadline = item.arrivedAt().plusSeconds(queue.serviceLevelSeconds());
        WorkItem sorted = WorkItems.inQueue(item, queue.name(), deadline);
        return new OpenWork(
                sorted,
                profile(queue, item.understanding().language(), weight(item.channel(), setup), somebodyMeets),
                key(sorted),
                work.sequence(),
                new Placement.Waiting(),
                work.excluded());
    }

    /** Returns who comes first: the earlier deadline, brought forward by importance, but only so far. */
    static Instant key(WorkItem item) {
        return item.deadline().minusSeconds(SECONDS_PER_PRIORITY * item.priority());
    }

    private static Queue queueOf(WorkItem item, @Nullable RoutingSetup setup) {
        return setup == null
                ? UNSORTED_QUEUE
                : setup.queues().stream()
                        .filter(queue -> takes(
                                queue, item.channel(), item.understanding().topic()))
                        .findFirst()
                        .orElse(UNSORTED_QUEUE);
    }

    private static boolean takes(Queue queue, String channel, String topic) {
        return (queue.channels().isEmpty() || queue.channels().contains(channel))
                && (queue.topics().isEmpty() || queue.topics().contains(topic));
    }

    /** A language nobody of the right skills speaks is not asked for: a slow answer is better than none. */
    private static Profile profile(Queue queue, String language, int weight, Predicate<Profile> somebodyMeets) {
        var skills = new Profile(queue.skills(), weight);
        if (!queue.speakLanguage()) {
            return skills;
        }
        Map<String, Integer> withLanguage = new HashMap<>(queue.skills());
        withLanguage.merge("language:" + language, 1, Math::max);
        var speaking = new Profile(withLanguage, weight);
        return somebodyMeets.test(speaking) ? speaking : skills;
    }

    /** Returns how much of an agent's capacity work of the channel takes. */
    static int weight(String channel, @Nullable RoutingSetup setup) {
        return setup == null ? DEFAULT_WEIGHT : setup.channelWeights().getOrDefault(channel, DEFAULT_WEIGHT);
    }

    /** Returns how important a message is, 0 to 100: urgent, angry, from a VIP, or before everybody's eyes. */
    static int priority(Understanding understanding, Standing standing, Visibility visibility) {
        double anger = Math.max(0, -understanding.polarity());
        long points = Math.round(50 * understanding.urgency() + 20 * anger)
                + (standing == Standing.VIP ? 20 : 0)
                + (visibility == Visibility.PUBLIC ? 10 : 0);
        return Math.clamp(points, 0, 100);
    }
}
