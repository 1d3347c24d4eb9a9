package io.switchboard.profile.sources;

import com.fasterxml.jackson.core.JsonPointer;
import io.switchboard.profile.customer.Address;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Another system whose records come in, as its file describes it.
 *
 * @param name its name, the only one of the installation
 * @param tenant the organisation whose customers it knows
 * @param centre the contact centre that a customer belongs to who is first met in a record
 * @param precedence where sources differ the greater holds
 * @param id where a record says its own id
 * @param at where a record says when it was written; empty when it doesn't, then the time it came counts
 * @param delimiter between the columns of a CSV file
 * @param fields what becomes of the record, by profile field
 * @param links the profile fields whose values are handles of the customer: of email, phone, accountNumber
 * @param lookup how it is asked live; empty when it is not
 */
public record Source(
        String name,
        String tenant,
        String centre,
        int precedence,
        JsonPointer id,
        Optional<JsonPointer> at,
        char delimiter,
        Map<String, FieldRule> fields,
        Set<String> links,
        Optional<LookupSetting> lookup) {

    /** The kind of address that a record of another system is. */
    public static final String KIND = "source";

    public Source {
        fields = Map.copyOf(fields);
        links = Set.copyOf(links);
    }

    /** Returns the address that a record of this source is: one more handle of the customer. */
    public Address address(String recordId) {
        return new Address(KIND, name, recordId);
    }

    /** Returns the customer to whom a record belongs for ever. */
    public UUID customerId(String recordId) {
        return address(recordId).customerId(tenant);
    }

    @Override
    public String toString() {
        return tenant + "/" + name;
    }
}
