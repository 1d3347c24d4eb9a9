package io.switchboard.profile.paging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/**
 * A place in something that is told in the order of time; a page begins behind it. Callers keep it as a cursor and need not read it.
 *
 * @param at to the microsecond, as PostgreSQL keeps time
 * @param id what happened there; it orders two at once
 */
public record Place(Instant at, UUID id) {
    private static final long MICROS = 1_000_000;
    private static final int LONGEST_CURSOR = 100;
    private static final String SEPARATOR = ".";

    /** Returns the cursor that leads back here. */
    public String cursor() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        return Base64.getUrlEncoder().withoutPadding().encodeToString((micros + SEPARATOR + id).getBytes(UTF_8));
    }

    /** Returns the place behind a cursor; empty when it is none of ours. */
    public static Optional<Place> of(String cursor) {
        if (cursor.length() > LONGEST_CURSOR) {
            return Optional.empty();
        }
        try {
            String place = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
            int end = place.indexOf(SEPARATOR);
            if (end < 0) {
                return Optional.empty();
            }
            long micros = Long.parseLong(place.substring(0, end));
            Instant at = Instant.ofEpochSecond(
                    Math.floorDiv(micros, MICROS),
                    Math.floorMod(micros, MICROS)
                            * ChronoUnit.MICROS.getDuration().toNanos());
            var found = new Place(at, UUID.fromString(place.substring(end + 1)));
            return found.cursor().equals(cursor) ? Optional.of(found) : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException notOurs) {
            return Optional.empty();
        }
    }
}
