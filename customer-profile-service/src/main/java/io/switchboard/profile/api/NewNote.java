package io.switchboard.profile.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A note to write.
 *
 * @param noteId chosen by the caller, so that the same note sent twice is one note; null: any
 * @param text plain text, at most 10,000 characters
 */
public record NewNote(
        @Nullable UUID noteId,
        @NotBlank @Size(max = LONGEST) String text) {
    static final int LONGEST = 10_000;
}
