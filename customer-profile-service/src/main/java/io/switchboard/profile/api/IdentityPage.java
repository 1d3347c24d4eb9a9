package io.switchboard.profile.api;

import io.switchboard.profile.identity.FamilyMember;
import java.util.List;
import java.util.UUID;

/**
 * Who a customer is one with.
 *
 * @param customerId who they are all known as
 * @param members all of them, the first met first
 */
public record IdentityPage(UUID customerId, List<FamilyMember> members) {
    public IdentityPage {
        members = List.copyOf(members);
    }
}
