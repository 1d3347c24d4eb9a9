package io.switchboard.routing.subscribers;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.switchboard.contracts.routing.RoutingEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The kinds of event that can be asked for, as the contract names them. */
final class EventKinds {
    /** The short type of events that only say that a subscription works. */
    static final String TEST = "test";

    private static final Set<String> KNOWN = Arrays.stream(
                    Objects.requireNonNull(RoutingEvent.class.getAnnotation(JsonSubTypes.class))
                            .value())
            .map(JsonSubTypes.Type::name)
            .collect(Collectors.toCollection(TreeSet::new));

    private EventKinds() {}

    /** Returns those that there are not. */
    static List<String> unknown(List<String> asked) {
        return asked.stream().filter(type -> !KNOWN.contains(type)).distinct().toList();
    }
}
