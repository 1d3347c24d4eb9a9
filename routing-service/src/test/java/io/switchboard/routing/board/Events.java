package io.switchboard.routing.board;

import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.kit.event.EventJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Events in a file, one a line. */
final class Events {
    private Events() {}

    static void write(Path file, List<RoutingEvent> events) throws IOException {
        Files.write(
                file,
                events.stream()
                        .map(event -> new String(EventJson.write(event), java.nio.charset.StandardCharsets.UTF_8))
                        .toList());
    }

    static List<RoutingEvent> read(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .map(line -> EventJson.read(line.getBytes(java.nio.charset.StandardCharsets.UTF_8), RoutingEvent.class))
                .toList();
    }
}
