package io.switchboard.gateway.channel.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.gateway.receiving.Arrival;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A page's private conversations, those last that were quiet for longest; each with its messages, the newest first. */
@ApplicationScoped
class PageConversations implements PageLists {
    private static final String MESSAGES = "messages";
    /** Of more the API does not promise to tell more than ids. */
    private static final String AT_ONCE = "20";

    private static final Map<String, String> CONVERSATIONS = Map.of(
            "platform",
            "messenger",
            "limit",
            "25",
            "fields",
            "id,updated_time," + MESSAGES + ".limit(" + AT_ONCE + "){" + ToldMessages.FIELDS + "}");
    private static final Map<String, String> FURTHER = Map.of("limit", AT_ONCE, "fields", ToldMessages.FIELDS);

    @Override
    public String channel() {
        return PrivateMessages.CHANNEL;
    }

    @Override
    public void read(PageReader reader, String page, Window window, Consumer<List<Arrival>> found)
            throws NoAnswerException {
        reader.read("conversations", CONVERSATIONS, conversations -> {
            List<Arrival> arrivals = new ArrayList<>();
            for (JsonNode conversation : conversations) {
                if (!Window.isOlder(conversation, "updated_time", window.since())) {
                    arrivals.addAll(messages(reader, page, conversation, window));
                }
            }
            found.accept(arrivals);
            return Window.goesOn(conversations, "updated_time", window.since());
        });
    }

    private static List<Arrival> messages(PageReader reader, String page, JsonNode conversation, Window window)
            throws NoAnswerException {
        List<Arrival> arrivals = new ArrayList<>();
        reader.readInner(conversation, MESSAGES, FURTHER, messages -> {
            for (JsonNode message : window.within(messages)) {
                if (ToldMessages.find(page, message) instanceof Finding.Said said) {
                    arrivals.add(said.arrival());
                }
            }
            return window.goesOn(messages);
        });
        return arrivals.reversed();
    }
}
