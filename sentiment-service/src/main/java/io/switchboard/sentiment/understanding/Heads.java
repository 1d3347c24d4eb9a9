package io.switchboard.sentiment.understanding;

import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.linear.HeadFile;
import io.switchboard.understanding.linear.Sealed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The heads that judge for every tenant alike. Relevance is not among them: a tenant may have its own.
 *
 * @param language tells what a text is written in
 * @param english tells feelings in English
 * @param otherwise tells feelings in other languages
 * @param emotion tells which feeling it is
 * @param urgency tells how soon it needs an answer
 * @param version which heads they are, all together
 */
public record Heads(Head language, Head english, Head otherwise, Head emotion, Head urgency, String version) {

    /**
     * Reads the heads that ship with the service.
     *
     * @throws UncheckedIOException when one is missing, damaged or made for other features: the service must not start then
     */
    public static Heads load() {
        List<ByteBuffer> files =
                List.of(file("language"), file("sentiment-en"), file("sentiment"), file("emotion"), file("urgency"));
        int all = files.stream().map(Sealed::version).toList().hashCode();
        return new Heads(
                head(files.get(0), "language"),
                head(files.get(1), "sentiment-en"),
                head(files.get(2), "sentiment"),
                head(files.get(3), "emotion"),
                head(files.get(4), "urgency"),
                "heads-%08x".formatted(all));
    }

    private static Head head(ByteBuffer file, String name) {
        try {
            Head head = HeadFile.read(file, name);
            Sealed.check(head.name().equals(name), name, "is one of " + head.name());
            return head;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteBuffer file(String name) {
        return bytes("/understanding/" + name + ".head");
    }

    /** Returns a file that ships with the service. */
    static ByteBuffer bytes(String name) {
        try (InputStream file = Heads.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("no head " + name);
            }
            return ByteBuffer.wrap(file.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
