package io.switchboard.understanding.posts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Reads labelled posts; what does not follow the guide is refused by file and line. */
public final class Posts {
    /** What relevance a post can have, in the order of the heads' outputs. */
    public static final List<String> RELEVANCE = List.of("request", "complaint", "question", "praise", "chaff");

    private static final Set<String> POLARITIES = Set.of("negative", "neutral", "positive", "mixed");
    private static final Set<String> EMOTIONS =
            Set.of("none", "anger", "sadness", "fear", "joy", "surprise", "disgust");
    private static final Set<String> KINDS = Set.of(
            "plain",
            "sarcasm",
            "joke",
            "ad",
            "job",
            "news",
            "repost",
            "thanks",
            "emergency",
            "mixed",
            "misspelt",
            "spam",
            "investor",
            "fan",
            "homonym",
            "chatter");
    private static final int FIELDS = 8;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 400;

    /** Whose posts are packed beside this class; a jar's folders can't be listed. */
    private static final List<String> INDUSTRIES = List.of(
            "airline", "bank", "energy", "hotel", "insurance", "parcel", "rail", "shop", "streaming", "telecom");

    private Posts() {}

    /** Returns the project's own posts, as they are packed with this module. */
    public static List<Post> shipped() {
        List<Post> all = new ArrayList<>();
        for (String industry : INDUSTRIES) {
            String name = industry + ".tsv";
            try (InputStream file = Posts.class.getResourceAsStream(name)) {
                if (file == null) {
                    throw new IOException("The posts " + name + " are not packed");
                }
                List<String> lines =
                        new String(file.readAllBytes(), UTF_8).lines().toList();
                all.addAll(posts(industry, name, lines));
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
        return all;
    }

    /**
     * Reads every {@code .tsv} file of a folder, in the order of their names.
     *
     * @throws IOException when a file can't be read, or there is none
     * @throws IllegalArgumentException when a line does not follow the guide; names file and line
     */
    public static List<Post> read(Path folder) throws IOException {
        List<Post> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(found -> found.toString().endsWith(".tsv"))
                    .sorted()
                    .toList()) {
                all.addAll(readFile(file));
            }
        }
        if (all.isEmpty()) {
            throw new IOException("There are no posts in " + folder + ": files of the name *.tsv were expected");
        }
        return all;
    }

    private static List<Post> readFile(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        String industry = name.substring(0, name.lastIndexOf('.'));
        try {
            return posts(industry, name, Files.readAllLines(file, UTF_8));
        } catch (CharacterCodingException other) {
            throw new IOException(name + " is not UTF-8", other);
        }
    }

    private static List<Post> posts(String industry, String name, List<String> lines) {
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            posts.add(post(industry, lines.get(i), name + ":" + (i + 1)));
        }
        return posts;
    }

    private static Post post(String industry, String line, String where) {
        String[] fields = line.split("\t", -1);
        check(fields.length == FIELDS, where, "has " + fields.length + " fields, not " + FIELDS);
        check(!fields[0].isBlank(), where, "names no brand");
        check(RELEVANCE.contains(fields[1]), where, "knows no relevance " + fields[1]);
        check(POLARITIES.contains(fields[2]), where, "knows no polarity " + fields[2]);
        check(fields[3].matches("[0-3]"), where, "has an urgency that is not 0 to 3");
        check(EMOTIONS.contains(fields[4]), where, "knows no emotion " + fields[4]);
        check(fields[5].matches("[a-z]{2}"), where, "has a language that is not two letters");
        check(KINDS.contains(fields[6]), where, "knows no kind " + fields[6]);
        String text = fields[7].replace("\\n", "\n");
        check(text.length() >= SHORTEST && text.length() <= LONGEST, where, "is too short or too long");
        return new Post(
                industry,
                fields[0],
                fields[1],
                fields[2],
                Integer.parseInt(fields[3]),
                fields[4],
                fields[5],
                fields[6],
                text);
    }

    private static void check(boolean holds, String where, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(where + " " + otherwise);
        }
    }
}
