package io.switchboard.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The AsyncAPI document names every topic and every event, and every reference in it leads somewhere. */
class AsyncApiTest {
    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        try (var file = AsyncApiTest.class.getResourceAsStream("/io/switchboard/contracts/asyncapi.yaml")) {
            document = new YAMLMapper().readTree(file);
        }
    }

    @Test
    void namesEveryTopic() {
        Set<String> addresses = document.get("channels")
                .valueStream()
                .map(channel -> channel.get("address").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> topics = Topics.all().stream()
                .filter(topic -> !topic.endsWith(Topics.DEAD_LETTER_SUFFIX))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(addresses).isEqualTo(topics);
    }

    @Test
    void namesEveryEvent() {
        Set<String> names = document.at("/components/messages")
                .valueStream()
                .map(message -> message.get("name").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(names).isEqualTo(Published.events().keySet());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = document.findValuesAsText("$ref");
        List<String> lost = new ArrayList<>();
        for (String reference : references) {
            boolean found = reference.startsWith("#")
                    ? !document.at(reference.substring(1)).isMissingNode()
                    : AsyncApiTest.class.getResource("/io/switchboard/contracts/" + reference) != null;
            if (!found) {
                lost.add(reference);
            }
        }
        assertThat(references).hasSizeGreaterThan(60);
        assertThat(lost).isEmpty();
    }

    @Test
    void everyMessageIsOnAChannel() {
        Set<String> onChannels = new TreeSet<>();
        document.get("channels")
                .forEach(channel -> channel.get("messages").fieldNames().forEachRemaining(onChannels::add));
        Set<String> declared = new TreeSet<>();
        document.at("/components/messages").fieldNames().forEachRemaining(declared::add);
        assertThat(onChannels).isEqualTo(declared);
    }
}
