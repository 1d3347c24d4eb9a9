package io.switchboard.profile.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One of those who are one customer.
 *
 * @param customerId their own id, which no merge changes
 * @param name how they called themselves first, or null
 * @param mergedInto whom they were merged into; null for the one they are all known as
 * @param metAt when they were met
 * @param handles the addresses at which they were met
 */
public record FamilyMember(
        UUID customerId, @Nullable String name, @Nullable UUID mergedInto, Instant metAt, List<KnownHandle> handles) {

    public FamilyMember {
        handles = List.copyOf(handles);
    }

    /**
     * An address.
     *
     * @param kind {@code email}, {@code phone}, {@code account} or the channel's name
     * @param account the organisation's account within which it means something; empty when it means the same everywhere
     * @param value the address in the form by which it is recognised
     * @param name how they call themselves there, or null
     * @param firstSeenAt when it was first seen
     */
    public record KnownHandle(
            String kind,
            String account,
            String value,
            @Nullable String name,
            Instant firstSeenAt) {}
}
