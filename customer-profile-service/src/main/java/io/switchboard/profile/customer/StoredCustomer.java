package io.switchboard.profile.customer;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.contracts.message.Customer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer and all who are one with them as they are stored: what was said of them here, and beside it the records of other
 * systems, of which nothing counts yet.
 *
 * @param customer them by what was said and heard here alone
 * @param tierAt when their tier was said; null when nobody did
 * @param languageAt when their language was said; null when nobody did, then it is what they wrote last
 * @param records the records that are not gone, as {@link OtherSystems} reads them; none when nobody else knows them
 * @param centre as in {@link CustomerProfile}, and so are the others
 */
public record StoredCustomer(
        Customer customer,
        @Nullable Instant tierAt,
        @Nullable Instant languageAt,
        List<JsonNode> records,
        String centre,
        Instant changedAt,
        int version,
        @Nullable UUID firstMessageId,
        @Nullable UUID mergedInto) {
    public StoredCustomer {
        records = List.copyOf(records);
    }

    /** Returns what is known of them, with what other systems say. */
    CustomerProfile profile(OtherSystems others) {
        Customer known = records.isEmpty() ? customer : others.count(this);
        return new CustomerProfile(known, centre, changedAt, version, firstMessageId, mergedInto);
    }
}
