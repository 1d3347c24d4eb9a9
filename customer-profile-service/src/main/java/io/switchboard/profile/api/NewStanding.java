package io.switchboard.profile.api;

import io.switchboard.contracts.message.Standing;
import io.switchboard.profile.customer.Saying;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a customer shall rank, and what is known of them. What is left out stays as it is.
 *
 * @param standing {@code STANDARD} or {@code VIP}
 * @param value what they are worth, as money or as a score; at most 15 digits before and 4 after the point. Counts while no
 *     other system says one
 * @param tier the organisation's own word for their rank; empty for none
 * @param language ISO 639-1 code of the language they want; {@code und} for none
 * @param doNotContact whether they must not be contacted but to answer them; no does not undo another system's yes
 * @param vulnerable whether they need special care; no does not undo another system's yes
 */
public record NewStanding(
        @NotNull Standing standing,
        @Digits(integer = 15, fraction = 4) @Nullable BigDecimal value,
        @Size(max = 60) @Nullable String tier,

        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z0-9]{2,8})?") @Nullable
        String language,

        @Nullable Boolean doNotContact,
        @Nullable Boolean vulnerable) {

    Saying saying() {
        return new Saying(
                standing,
                value,
                tier == null ? null : tier.strip().replace('\u0000', '\uFFFD'),
                language,
                doNotContact,
                vulnerable);
    }
}
