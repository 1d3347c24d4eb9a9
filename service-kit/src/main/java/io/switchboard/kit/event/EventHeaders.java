package io.switchboard.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * CloudEvents 1.0 attributes in Kafka's binary mode, with the tenant and centre as extensions.
 *
 * @param id unique per source and event; a redelivery has the same id
 * @param type as in {@code EventTypes}
 * @param source the service that says so, such as {@code /sentiment}
 * @param subject what it is about, an id
 * @param time when it happened
 * @param tenant the organisation
 * @param centre the contact centre
 */
public record EventHeaders(
        String id, String type, String source, String subject, Instant time, String tenant, String centre) {

    /** Returns the headers as Kafka wants them. */
    public Headers toKafka() {
        return new RecordHeaders()
                .add("ce_specversion", utf8("1.0"))
                .add("ce_id", utf8(id))
                .add("ce_type", utf8(type))
                .add("ce_source", utf8(source))
                .add("ce_subject", utf8(subject))
                .add("ce_time", utf8(time.toString()))
                .add("ce_tenant", utf8(tenant))
                .add("ce_centre", utf8(centre))
                .add("content-type", utf8("application/json"));
    }

    private static byte[] utf8(String value) {
        return value.getBytes(UTF_8);
    }
}
