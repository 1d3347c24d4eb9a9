package io.switchboard.sentiment.api;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Texts to judge at once.
 *
 * @param texts 1 to 500, up to 500,000 characters together
 */
@JsonIgnoreProperties(ignoreUnknown = false)
@Schema(name = "TextBatch")
public record Batch(
        @Schema(description = "Up to 500,000 characters together") @NotNull @Size(min = 1, max = MOST)
        List<@NotNull @Valid Item> texts) {
    static final int MOST = 500;

    /** All together; a body of that many characters is hardly larger than any that is read. */
    static final int LARGEST = 500_000;

    private static final int LONGEST_ID = 200;

    /**
     * One of the texts.
     *
     * @param id whatever the caller knows it by; the answer repeats it
     * @param text as where one is judged
     * @param visibility only public texts can be judged chaff
     */
    @JsonIgnoreProperties(ignoreUnknown = false)
    @Schema(name = "TextOfBatch")
    public record Item(
            @Schema(description = "Whatever you know it by; the answer repeats it") @Size(max = LONGEST_ID) @Nullable
            String id,

            @Schema(description = "Up to 100,000 characters, of which the first 10,000 are read")
            @NotNull
            @Size(max = UnderstandResource.LONGEST)
            String text,

            @Schema(description = "Only PUBLIC texts can be judged CHAFF") @NotNull
            Visibility visibility) {}

    /** What the texts mean, in their order. */
    @Schema(name = "BatchUnderstood")
    public record Understood(List<One> understandings) {}

    /**
     * What one of the texts means.
     *
     * @param id the text's, null when it has none
     */
    @Schema(name = "UnderstandingOfBatch")
    public record One(@Nullable String id, Understanding understanding) {}

    /** Refuses more than can be judged while somebody waits. */
    void refuseTooMuch() {
        long all = texts.stream().mapToLong(item -> item.text().length()).sum();
        if (all > LARGEST) {
            throw HttpProblem.builder()
                    .withStatus(Response.Status.REQUEST_ENTITY_TOO_LARGE)
                    .withTitle("Request Entity Too Large")
                    .withDetail(String.format(
                            Locale.ROOT,
                            "The texts have %,d characters together; send up to %,d at a time.",
                            all,
                            LARGEST))
                    .build();
        }
    }
}
