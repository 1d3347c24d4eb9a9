package io.switchboard.routing.centre;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.EventJson;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** What a centre tells on a random day. */
public final class RandomStory {
    private RandomStory() {}

    /** Returns the events of acme/main that follow from this many inputs. */
    public static List<RoutingEvent> events(long seed, int inputs) {
        var outside = new Outside();
        var day = new RandomDay(seed, outside);
        var centre = new Centre("acme", "main");
        List<RoutingEvent> all = new ArrayList<>();
        for (int i = 0; i < inputs; i++) {
            CentrePropertiesTest.Step step = day.next();
            List<RoutingEvent> events = centre.handle(step.input(), step.at());
            outside.sees(step.input(), events);
            all.addAll(events);
        }
        return all;
    }

    /** Returns the same as events of another centre of acme's. */
    public static List<RoutingEvent> events(long seed, int inputs, String centre) {
        return events(seed, inputs).stream()
                .map(event -> {
                    ObjectNode json = EventJson.MAPPER.valueToTree(event);
                    json.put("centre", centre);
                    return read(json);
                })
                .toList();
    }

    private static RoutingEvent read(ObjectNode json) {
        try {
            return EventJson.MAPPER.treeToValue(json, RoutingEvent.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
