package io.switchboard.lab;

import io.switchboard.transformer.Embedder;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;

/** Embeddings of texts, kept in a file between runs: computing them takes minutes, reading them none. */
final class Embeddings {
    private static final int BITE = 64 * Embedder.BATCH;

    private final Path file;
    private final Map<UUID, float[]> known = new HashMap<>();

    private Embeddings(Path file) {
        this.file = file;
    }

    /** Opens a file; one that does not exist is made. What was written last and not whole is forgotten. */
    static Embeddings open(Path file) throws IOException {
        Embeddings embeddings = new Embeddings(file);
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (Files.exists(file)) {
            embeddings.read();
        }
        return embeddings;
    }

    private void read() throws IOException {
        long records = 0;
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 20))) {
            while (true) {
                UUID id = new UUID(in.readLong(), in.readLong());
                float[] vector = new float[Embedder.SIZE];
                for (int i = 0; i < vector.length; i++) {
                    vector[i] = in.readFloat();
                }
                known.put(id, vector);
                records++;
            }
        } catch (EOFException end) {
            // All read. A record that was cut off is computed and written again behind it: it would garble what
            // follows.
            long whole = records * (16L + 4L * Embedder.SIZE);
            if (Files.size(file) > whole) {
                try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
                    channel.truncate(whole);
                }
            }
        }
    }

    /** Returns the embedding of each text, computing those that are not known yet. */
    List<float[]> of(List<String> texts, IntConsumer progress) throws IOException {
        // Texts of one length beside each other: a batch is as long as its longest.
        List<String> missing = texts.stream()
                .filter(text -> !known.containsKey(id(text)))
                .distinct()
                .sorted(Comparator.comparingInt(String::length))
                .toList();
        if (!missing.isEmpty()) {
            compute(missing, progress);
        }
        return texts.stream().map(text -> known.get(id(text))).toList();
    }

    private void compute(List<String> texts, IntConsumer progress) throws IOException {
        try (Embedder embedder = Embedder.load();
                OutputStream to = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            var out = new DataOutputStream(new BufferedOutputStream(to, 1 << 20));
            for (int from = 0; from < texts.size(); from += BITE) {
                List<String> some = texts.subList(from, Math.min(texts.size(), from + BITE));
                List<float[]> vectors = embedder.embed(some);
                for (int i = 0; i < some.size(); i++) {
                    write(out, id(some.get(i)), vectors.get(i));
                    known.put(id(some.get(i)), vectors.get(i));
                }
                progress.accept((int) (100L * (from + some.size()) / texts.size()));
            }
            out.flush();
        }
    }

    private static void write(DataOutputStream out, UUID id, float[] vector) throws IOException {
        out.writeLong(id.getMostSignificantBits());
        out.writeLong(id.getLeastSignificantBits());
        for (float value : vector) {
            out.writeFloat(value);
        }
    }

    private static UUID id(String text) {
        return UUID.nameUUIDFromBytes((Embedder.MODEL + text).getBytes(StandardCharsets.UTF_8));
    }
}
