package io.switchboard.contracts.routing;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * When a queue is open.
 *
 * @param zone whose wall clock is meant, such as {@code Europe/Berlin}
 * @param open spans such as {@code 09:00-17:00} by day, {@code monday} to {@code sunday}; a day that is missing is closed;
 *     {@code 00:00} or {@code 24:00} as an end is midnight
 * @param holidays days that are closed whatever the day of the week, such as {@code 2026-12-25}
 */
public record OpeningHours(String zone, Map<String, List<String>> open, Set<String> holidays) {

    public OpeningHours {
        open = open == null
                ? Map.of()
                : open.entrySet().stream()
                        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, day -> List.copyOf(day.getValue())));
        holidays = holidays == null ? Set.of() : Set.copyOf(holidays);
    }
}
