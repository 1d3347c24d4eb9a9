package io.switchboard.contracts.message;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The person behind a handle, as routing needs to know them.
 *
 * @param customerId stable id within the tenant
 * @param name best known name, or null
 * @param standing how the organisation ranks them
 * @param lastAgent the agent who last answered them, or null
 * @param value what they are worth to the organisation, as money or as a score of its own; null when nobody said
 * @param tier the organisation's own word for their rank, or null
 * @param language ISO 639-1 code of the language they want, else of what they wrote last; null when it is not known
 * @param consents what they said about hearing from the organisation, by channel
 * @param doNotContact whether they must not be contacted but to answer them
 * @param vulnerable whether they need special care
 * @param churnRisk the greatest of what they wrote lately, 0 to 1; null when they wrote nothing lately
 * @param openMatters how many of their conversations wait or are held, that of the message included
 * @param firstContactAt when they were first heard of, or null
 */
public record Customer(
        UUID customerId,
        @Nullable String name,
        Standing standing,
        @Nullable String lastAgent,
        @Nullable BigDecimal value,
        @Nullable String tier,
        @Nullable String language,
        List<Consent> consents,
        boolean doNotContact,
        boolean vulnerable,
        @Nullable Double churnRisk,
        int openMatters,
        @Nullable Instant firstContactAt) {

    public Customer {
        // Customers that were told of before consents were kept have none.
        consents = consents == null ? List.of() : List.copyOf(consents);
    }

    /** A customer of whom no more is known than their rank and last agent. */
    public Customer(UUID customerId, @Nullable String name, Standing standing, @Nullable String lastAgent) {
        this(customerId, name, standing, lastAgent, null, null, null, List.of(), false, false, null, 0, null);
    }

    /** Returns the same person under another of their ids. */
    public Customer as(UUID id) {
        return new Customer(
                id,
                name,
                standing,
                lastAgent,
                value,
                tier,
                language,
                consents,
                doNotContact,
                vulnerable,
                churnRisk,
                openMatters,
                firstContactAt);
    }
}
