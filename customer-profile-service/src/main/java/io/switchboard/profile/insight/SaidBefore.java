package io.switchboard.profile.insight;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a customer's last contact was not the first about its matter, so that nobody asks them to tell it all again.
 *
 * @param topic what it is about, or null
 * @param times how often they came about it before
 * @param first when they came about it first
 * @param channels on which channels, in the order they came
 */
public record SaidBefore(@Nullable String topic, int times, Instant first, List<String> channels) {
    public SaidBefore {
        channels = List.copyOf(channels);
    }

    /** Returns what the newest contact repeats; empty when it is the first of its matter, or there is none. */
    public static Optional<SaidBefore> of(List<Journey> newestFirst) {
        return newestFirst.stream()
                .findFirst()
                .filter(journey -> journey.steps().size() > 1)
                .map(SaidBefore::before);
    }

    private static SaidBefore before(Journey journey) {
        List<Contact> steps = journey.steps();
        return new SaidBefore(
                steps.getLast().topic(), steps.size() - 1, steps.getFirst().arrivedAt(), journey.channels());
    }
}
