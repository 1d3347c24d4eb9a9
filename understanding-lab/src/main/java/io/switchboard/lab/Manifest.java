package io.switchboard.lab;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.switchboard.lab.corpus.Labelled;
import io.switchboard.lab.corpus.Source;
import io.switchboard.lab.corpus.Task;
import io.switchboard.understanding.features.Features;
import io.switchboard.understanding.training.Recipe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a head was made of, beside its file, so that the same can be made again and the licences be checked.
 *
 * @param head its name
 * @param version the beginning of its file's SHA-256
 * @param features version of the features
 * @param recipe labels, buckets, epochs
 * @param sources corpora with their licences
 * @param texts how many texts of each label
 * @param textsSha256 of the texts with their labels, in the order in which they were read
 */
record Manifest(
        String head,
        String version,
        int features,
        Recipe recipe,
        List<Source> sources,
        Map<String, Long> texts,
        String textsSha256) {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    static Manifest of(Task task, String version) {
        Map<String, Long> texts = new TreeMap<>();
        task.texts().forEach(one -> texts.merge(one.label(), 1L, Long::sum));
        return new Manifest(
                task.recipe().name(),
                version,
                Features.VERSION,
                task.recipe(),
                task.sources(),
                texts,
                sha256(task.texts()));
    }

    private static String sha256(List<Labelled> texts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Labelled one : texts) {
                digest.update((one.label() + "\t" + one.text() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void write(Path file) throws IOException {
        JSON.writeValue(file.toFile(), this);
    }
}
