package io.switchboard.platform.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** What the demo's customers say: a text file, one conversation a line. */
final class Script {
    private static final String FILE = "/io/switchboard/platform/demo/conversations.txt";

    private Script() {}

    /**
     * One customer's conversation.
     *
     * @param channel {@code messenger}, {@code facebook}, {@code email} or {@code webchat}
     * @param who the customer's name, for a mail with the address
     * @param messages what they say, in order
     */
    record Conversation(String channel, String who, List<String> messages) {}

    /** Returns all conversations, in the order of the file. */
    static List<Conversation> read() {
        try (InputStream file = Objects.requireNonNull(Script.class.getResourceAsStream(FILE), FILE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(file, UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Script::conversation)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE, e);
        }
    }

    private static Conversation conversation(String line) {
        List<String> parts = Arrays.stream(line.split("\\|")).map(String::strip).toList();
        if (parts.size() < 3) {
            throw new IllegalArgumentException("Not a conversation: " + line);
        }
        return new Conversation(parts.get(0), parts.get(1), parts.subList(2, parts.size()));
    }
}
