package io.switchboard.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.switchboard.contracts.customer.CustomerChanged;
import io.switchboard.contracts.customer.CustomerErased;
import io.switchboard.contracts.customer.SourceRecord;
import io.switchboard.contracts.insight.FiguresCounted;
import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.message.MessageReceived;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.contracts.message.MessagesClaimed;
import io.switchboard.contracts.message.UnderstandingCorrected;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.reply.ReplySettled;
import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.RoutingSetup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What is published: every event's name, its record, and the files that describe it. */
final class Published {
    static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .serializationInclusion(JsonInclude.Include.NON_NULL)
            .build();

    private Published() {}

    /** Returns every event's record by its CloudEvents type. */
    static Map<String, Class<?>> events() {
        Map<String, Class<?>> events = new TreeMap<>();
        events.put(EventTypes.MESSAGE_RECEIVED, MessageReceived.class);
        events.put(EventTypes.MESSAGE_UNDERSTOOD, MessageUnderstood.class);
        events.put(EventTypes.MESSAGE_IDENTIFIED, MessageIdentified.class);
        events.put(EventTypes.MESSAGES_CLAIMED, MessagesClaimed.class);
        events.put(EventTypes.REPLY_REQUESTED, ReplyRequested.class);
        events.put(EventTypes.REPLY_SETTLED, ReplySettled.class);
        events.put(EventTypes.CUSTOMER_CHANGED, CustomerChanged.class);
        events.put(EventTypes.CUSTOMER_ERASED, CustomerErased.class);
        events.put(EventTypes.FIGURES_COUNTED, FiguresCounted.class);
        events.put(EventTypes.UNDERSTANDING_CORRECTED, UnderstandingCorrected.class);
        events.put(EventTypes.SOURCE_RECORD, SourceRecord.class);
        events.put(EventTypes.ROUTING_SETUP, RoutingSetup.class);
        Arrays.stream(RoutingEvent.class.getPermittedSubclasses()).forEach(type -> events.put(routingType(type), type));
        Arrays.stream(RoutingCommand.class.getPermittedSubclasses())
                .forEach(type -> events.put(routingType(type), type));
        return events;
    }

    private static String routingType(Class<?> record) {
        String kebab =
                record.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase();
        return "io.switchboard.routing." + kebab + ".v1";
    }

    /** Returns the record to read a type with: a member of a sealed family is read through the family. */
    static Class<?> readAs(Class<?> record) {
        return record.getInterfaces().length == 1 ? record.getInterfaces()[0] : record;
    }

    static JsonNode schema(String type) {
        return json("/io/switchboard/contracts/schemas/" + type + ".json");
    }

    static JsonNode lastPublishedSchema(String type) {
        return json("/published/" + type + ".json");
    }

    static JsonNode sample(String type) {
        return json("/io/switchboard/contracts/samples/" + type + ".json");
    }

    private static JsonNode json(String name) {
        try (InputStream file = Published.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("missing: " + name);
            }
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
