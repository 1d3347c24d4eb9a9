package io.switchboard.profile.sources;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.contracts.message.Customer;
import io.switchboard.kit.event.EventJson;
import io.switchboard.profile.customer.OtherSystems;
import io.switchboard.profile.customer.StoredCustomer;
import io.switchboard.profile.sources.WhatHolds.Attribute;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Lets the records of a customer count by the precedence that their sources have now. */
@ApplicationScoped
public class CountRecords implements OtherSystems {
    private final Sources sources;

    CountRecords(Sources sources) {
        this.sources = sources;
    }

    @Override
    public Customer count(StoredCustomer stored) {
        return WhatCounts.of(stored, holding(stored));
    }

    /** Returns what holds where other systems say something, by field. */
    public List<Attribute> holding(StoredCustomer stored) {
        return WhatHolds.of(stored.records().stream().map(CountRecords::read).toList(), sources.precedence());
    }

    private static SourceRecord read(JsonNode record) {
        try {
            return EventJson.MAPPER.treeToValue(record, SourceRecord.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the database holds what is no record", e);
        }
    }
}
