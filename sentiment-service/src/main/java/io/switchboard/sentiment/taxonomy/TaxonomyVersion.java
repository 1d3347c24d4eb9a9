package io.switchboard.sentiment.taxonomy;

import io.switchboard.sentiment.understanding.Taxonomy;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A taxonomy that was put in force. It is never changed; the highest version is in force.
 *
 * @param taxonomy what it says
 */
@Schema(name = "WholeTaxonomyVersion")
record TaxonomyVersion(Line version, Taxonomy taxonomy) {
    /**
     * Which one it is.
     *
     * @param number from 1, one more with every change
     * @param comment why, if they said so
     */
    @Schema(name = "TaxonomyVersion")
    record Line(
            int number,
            String changedBy,
            Instant changedAt,
            @Nullable String comment) {}
}
