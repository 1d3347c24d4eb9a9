package io.switchboard.profile.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** An export as a person reads it: who we think they are, and what was said, in order. */
public final class ReadableExport {
    private ReadableExport() {}

    /** Returns plain text. */
    public static String of(JsonNode export) {
        var text = new StringBuilder("What we know of you\n\n");
        export.path("profiles").forEach(one -> line(text, "Name", one.path("name")));
        export.path("handles")
                .forEach(one -> text.append(field(one, "kind"))
                        .append(": ")
                        .append(field(one, "value"))
                        .append('\n'));
        export.path("records").forEach(one -> record(text, one));
        export.path("consents")
                .forEach(one -> text.append(one.path("granted").asBoolean() ? "Wants" : "Does not want")
                        .append(" to hear from us by ")
                        .append(field(one, "channel"))
                        .append(", since ")
                        .append(field(one, "at"))
                        .append('\n'));
        section(text, "What agents noted", export.path("notes"), ReadableExport::note);
        section(text, "What was said", export.path("messages"), ReadableExport::message);
        return text.toString();
    }

    /** Writes one entry. */
    private interface Entry {
        void write(StringBuilder to, JsonNode of);
    }

    private static void section(StringBuilder text, String title, JsonNode entries, Entry entry) {
        if (!entries.isEmpty()) {
            text.append('\n').append(title).append("\n\n");
            entries.forEach(one -> entry.write(text, one));
        }
    }

    private static void record(StringBuilder text, JsonNode one) {
        text.append("By ").append(field(one, "source")).append(" as ").append(field(one, "record_id"));
        one.path("fields")
                .forEachEntry((name, said) -> text.append(", ")
                        .append(name)
                        .append(' ')
                        .append(said.path("value").asText()));
        text.append('\n');
    }

    private static void note(StringBuilder text, JsonNode one) {
        text.append(field(one, "at"))
                .append("  ")
                .append(field(one, "author"))
                .append(": ")
                .append(one.path("text").asText("(deleted)"))
                .append('\n');
    }

    private static void message(StringBuilder text, JsonNode one) {
        boolean theirs = field(one, "direction").equals("IN");
        text.append(field(one, "at"))
                .append("  ")
                .append(field(one, "channel").toLowerCase(Locale.ROOT))
                .append(theirs ? "  you: " : "  we: ")
                .append(field(one, "text").replace("\n", "\n    "))
                .append('\n');
        one.path("attachments").forEach(file -> line(text, "    with", file.path("name")));
    }

    private static void line(StringBuilder text, String what, JsonNode value) {
        if (value.isTextual()) {
            text.append(what).append(": ").append(value.asText()).append('\n');
        }
    }

    private static String field(JsonNode of, String name) {
        return of.path(name).asText();
    }
}
