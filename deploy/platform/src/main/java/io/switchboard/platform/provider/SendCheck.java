package io.switchboard.platform.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Supplier;

/** Checks what Meta checks before it sends something. */
final class SendCheck {
    private static final int LONGEST_TEXT = 2000;

    private final Pages pages;
    private final Supplier<String> ids;

    /** Checks against {@code pages}; {@code ids} gives what accepted things are numbered with. */
    SendCheck(Pages pages, Supplier<String> ids) {
        this.pages = pages;
        this.ids = ids;
    }

    /** Judges a message to a person. */
    Outcome message(String pageId, String token, JsonNode body) {
        Optional<Page> page = pages.of(token, pageId);
        if (page.isEmpty()) {
            return new Outcome.Refused(GraphError.badToken());
        }
        String recipient = body.path("recipient").path("id").asText("");
        String text = body.path("message").path("text").asText("");
        if (recipient.isEmpty()) {
            return refused("The parameter recipient is required");
        }
        if (body.path("messaging_type").asText("").isEmpty()) {
            return refused("The parameter messaging_type is required");
        }
        if (text.isEmpty()) {
            return refused("The parameter message.text is required");
        }
        if (text.codePointCount(0, text.length()) > LONGEST_TEXT) {
            return refused("Length of param message[text] must be less than or equal to " + LONGEST_TEXT);
        }
        return new Outcome.Accepted(new Sent("message", page.get().id(), recipient, "m_" + ids.get(), text));
    }

    /** Judges a public answer to a comment. */
    Outcome comment(String commentId, String token, JsonNode body) {
        Optional<Page> page = pages.of(token);
        if (page.isEmpty()) {
            return new Outcome.Refused(GraphError.badToken());
        }
        String text = body.path("message").asText("");
        if (text.isEmpty()) {
            return refused("The parameter message is required");
        }
        String id = commentId.replaceFirst("_.*", "") + "_" + ids.get();
        return new Outcome.Accepted(new Sent("comment", page.get().id(), commentId, id, text));
    }

    private static Outcome refused(String why) {
        return new Outcome.Refused(GraphError.badParameter(why));
    }
}
