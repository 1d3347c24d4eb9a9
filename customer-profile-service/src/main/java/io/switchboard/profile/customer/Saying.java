package io.switchboard.profile.customer;

import io.switchboard.contracts.message.Standing;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of a customer. Null says nothing.
 *
 * @param standing how they rank
 * @param value what they are worth, as money or as a score
 * @param tier the organisation's own word for their rank; empty for none
 * @param language ISO 639-1 code of the language they want; {@code und} for none
 * @param doNotContact whether they must not be contacted but to answer them
 * @param vulnerable whether they need special care
 */
public record Saying(
        Standing standing,
        @Nullable BigDecimal value,
        @Nullable String tier,
        @Nullable String language,
        @Nullable Boolean doNotContact,
        @Nullable Boolean vulnerable) {}
