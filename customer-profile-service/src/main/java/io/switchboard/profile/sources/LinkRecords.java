package io.switchboard.profile.sources;

import io.smallrye.mutiny.Uni;
import io.switchboard.profile.customer.Address;
import io.switchboard.profile.customer.Addresses;
import io.switchboard.profile.identity.Cause;
import io.switchboard.profile.identity.StateHandles;
import io.switchboard.profile.identity.StateHandles.Statement;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Makes the customers of records one with those at the handles that the records name. What can't be a handle is shown as it
 * was written, and never matched.
 */
@ApplicationScoped
class LinkRecords {
    private final StateHandles handles;
    private final Addresses addresses;

    LinkRecords(StateHandles handles, Addresses addresses) {
        this.handles = handles;
        this.addresses = addresses;
    }

    /**
     * Links what records name anew; what they named before was linked then.
     *
     * @param known what was kept before, by id
     * @return who is known as somebody else by that
     */
    Uni<List<UUID>> link(
            Mutiny.Session session, Source source, Map<String, SourceRecord> known, Iterable<SourceRecord> records) {
        List<Statement> statements = new ArrayList<>();
        records.forEach(record -> {
            Map<String, Address> before = stated(source, known.get(record.recordId()));
            stated(source, record).forEach((field, address) -> {
                if (!address.equals(before.get(field))) {
                    statements.add(statement(source, record, field, address));
                }
            });
        });
        return handles.state(session, source.tenant(), source.centre(), statements);
    }

    private static Statement statement(Source source, SourceRecord record, String field, Address address) {
        var cause = new Cause("source:" + source.name(), null, Map.of("recordId", record.recordId(), "field", field));
        return new Statement(address, record.customerId(), cause);
    }

    private Map<String, Address> stated(Source source, @Nullable SourceRecord record) {
        Map<String, Address> stated = new TreeMap<>();
        if (record != null) {
            source.links()
                    .forEach(field -> Optional.ofNullable(record.fields().get(field))
                            .flatMap(said ->
                                    addresses.stated(source.tenant(), source.centre(), kind(field), said.value()))
                            .ifPresent(address -> stated.put(field, address)));
        }
        return stated;
    }

    private static String kind(String field) {
        return field.equals(ProfileFields.ACCOUNT_NUMBER) ? Address.ACCOUNT : field;
    }
}
