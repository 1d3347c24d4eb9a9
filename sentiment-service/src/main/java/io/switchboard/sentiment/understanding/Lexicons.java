package io.switchboard.sentiment.understanding;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Reads the lexicons that ship with the service. */
public final class Lexicons {
    /** Changes whenever a lexicon or a rule does, so that a judgement can be traced to what made it. */
    public static final String VERSION = "rules-3";

    private static final List<String> LANGUAGES = List.of("en", "de", "es", "fr");

    private Lexicons() {}

    /**
     * Returns the lexicons, the default language first.
     *
     * @throws UncheckedIOException when one is missing or damaged: the service must not start without
     */
    public static List<Lexicon> load() {
        YAMLMapper yaml = YAMLMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                .build();
        return LANGUAGES.stream().flatMap(language -> read(yaml, language)).toList();
    }

    private static Stream<Lexicon> read(YAMLMapper yaml, String language) {
        String name = "/understanding/" + language + ".yaml";
        try (InputStream file = Lexicons.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("no lexicon " + name);
            }
            return Stream.of(yaml.readValue(file, Lexicon.class));
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
