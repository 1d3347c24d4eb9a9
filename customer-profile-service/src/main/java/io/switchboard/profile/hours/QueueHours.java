package io.switchboard.profile.hours;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a queue is open, as the database keeps it. One span for each place of {@code days}, {@code opens} and {@code closes}.
 *
 * @param queue its name
 * @param zone whose wall clock, as PostgreSQL calls it; null: it is always open, and all that follows is null
 * @param days day of the week of each span in order, 1 is Monday
 * @param opens when each begins, such as {@code 08:00}
 * @param closes when each ends, {@code 24:00} is midnight
 * @param holidays days that are closed whatever the day of the week, in order
 */
record QueueHours(
        String queue,
        @Nullable String zone,
        @Nullable List<Integer> days,
        @Nullable List<String> opens,
        @Nullable List<String> closes,
        @Nullable List<String> holidays) {

    static QueueHours always(String queue) {
        return new QueueHours(queue, null, null, null, null, null);
    }
}
