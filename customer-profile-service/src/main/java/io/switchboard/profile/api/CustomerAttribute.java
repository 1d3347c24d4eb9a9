package io.switchboard.profile.api;

import io.switchboard.profile.customer.StoredCustomer;
import io.switchboard.profile.sources.WhatCounts;
import io.switchboard.profile.sources.WhatCounts.Word;
import io.switchboard.profile.sources.WhatHolds.Attribute;
import io.switchboard.profile.sources.WhatHolds.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What other systems say of one field of a customer.
 *
 * @param field its name
 * @param holds what holds where they differ
 * @param overruled what others of them say, the weightiest first
 * @param saidHere what was said here and counts in the customer's standing instead; null when what holds counts there, or is
 *     the same
 */
public record CustomerAttribute(
        String field,
        Statement holds,
        List<Statement> overruled,
        @Nullable Word saidHere) {
    public CustomerAttribute {
        overruled = List.copyOf(overruled);
    }

    static CustomerAttribute of(Attribute attribute, StoredCustomer stored) {
        return new CustomerAttribute(
                attribute.field(),
                attribute.holds(),
                attribute.overruled(),
                WhatCounts.insteadOf(attribute, stored).orElse(null));
    }
}
