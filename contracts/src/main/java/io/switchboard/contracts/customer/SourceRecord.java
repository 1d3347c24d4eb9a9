package io.switchboard.contracts.customer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of another system, as Kafka Connect's JSON converter writes it. The payload alone is read, too. Topic
 * {@code customers.source-records}, key: {@code source/id}, or the id with the header {@code switchboard-source}; a
 * tombstone says that the source has the record no more.
 *
 * @param schema Kafka Connect's description of the payload; not read
 * @param payload the record as the source has it
 */
public record SourceRecord(@Nullable Map<String, Object> schema, Map<String, Object> payload) {}
