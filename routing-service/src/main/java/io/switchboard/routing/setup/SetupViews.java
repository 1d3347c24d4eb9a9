package io.switchboard.routing.setup;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What the API shows of setups. */
final class SetupViews {
    private SetupViews() {}

    /**
     * A version without its content.
     *
     * @param number from 1, one more with every change
     * @param version as events and explanations name it
     * @param changedBy the user, the client, or the file
     * @param changedAt when it was put in force
     * @param from {@code rest}, {@code file} or {@code rollback}
     * @param comment why, if they said so
     */
    @Schema(name = "SetupVersion")
    record Line(
            int number,
            String version,
            String changedBy,
            Instant changedAt,
            String from,
            @Nullable String comment) {

        static Line of(SetupVersion version) {
            return new Line(
                    version.key.number(),
                    version.name(),
                    version.changedBy,
                    version.changedAt,
                    version.origin.name().toLowerCase(Locale.ROOT),
                    version.comment);
        }
    }

    /** A version with its content. */
    @Schema(name = "WholeSetupVersion")
    record Whole(
            Line version,

            @Schema(implementation = io.switchboard.contracts.routing.RoutingSetup.class)
            JsonNode setup) {

        static Whole of(SetupVersion version) {
            return new Whole(Line.of(version), version.document());
        }
    }

    /**
     * Some versions, the newest first.
     *
     * @param next the number to give as {@code before} for the next page, null after the last
     */
    @Schema(name = "SetupVersions")
    record Page(List<Line> versions, @Nullable Integer next) {

        static Page of(List<SetupVersion> found, int limit) {
            boolean more = found.size() == limit && found.getLast().key.number() > 1;
            return new Page(
                    found.stream().map(Line::of).toList(),
                    more ? (Integer) found.getLast().key.number() : null);
        }
    }

    /** What is in force after a change, and what is hardly meant in it. */
    @Schema(name = "ChangedSetup")
    record Changed(Line version, List<String> warnings) {}

    /**
     * What is to be said of a setup.
     *
     * @param sound whether it could be put in force
     * @param problems why not, one sentence each, beginning with the field
     * @param warnings what is allowed but hardly meant; none unless it is sound
     */
    @Schema(name = "SetupJudgement")
    record Judgement(boolean sound, List<String> problems, List<String> warnings) {}
}
