package io.switchboard.transformer;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Texts as the numbers of the model's vocabulary. */
final class Tokens implements AutoCloseable {
    /** Tokens that are read of a text: about 400 letters. What matters is said before, and time grows with the square. */
    private static final int MOST = 96;
    /** Characters that are given to the tokenizer, more than so many tokens have: else a megabyte would cost a second. */
    private static final int LONGEST = 2_000;

    /** What says who and where, not what: the model would take a name for the meaning. */
    private static final Pattern MENTION = Pattern.compile("@\\w+");

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+|www\\.\\S+");

    private final HuggingFaceTokenizer tokenizer;

    private Tokens(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    static Tokens load(String model) throws IOException {
        // Its native part is unpacked there; nobody's home is touched.
        System.getProperties()
                .putIfAbsent(
                        "ENGINE_CACHE_DIR",
                        Path.of(System.getProperty("java.io.tmpdir"), "switchboard-tokenizer")
                                .toString());
        String name = "/" + model + "-tokenizer.json";
        try (InputStream file = Tokens.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException("no vocabulary " + name);
            }
            return new Tokens(HuggingFaceTokenizer.newInstance(
                    file, Map.of("padding", "true", "truncation", "true", "maxLength", Integer.toString(MOST))));
        }
    }

    Batch of(List<String> texts) {
        Encoding[] encodings =
                tokenizer.batchEncode(texts.stream().map(Tokens::masked).toList());
        long[][] ids = new long[encodings.length][];
        long[][] mask = new long[encodings.length][];
        long[][] types = new long[encodings.length][];
        for (int i = 0; i < encodings.length; i++) {
            ids[i] = encodings[i].getIds();
            mask[i] = encodings[i].getAttentionMask();
            types[i] = encodings[i].getTypeIds();
        }
        return new Batch(ids, mask, types);
    }

    private static String masked(String text) {
        String start = text.substring(0, Math.min(LONGEST, text.length()));
        return MENTION.matcher(ADDRESS.matcher(start).replaceAll("http")).replaceAll("@user");
    }

    @Override
    public void close() {
        tokenizer.close();
    }

    /** Some texts, all as long as the longest: by text and token. */
    static final class Batch {
        private final long[][] ids;
        private final long[][] mask;
        private final long[][] types;

        private Batch(long[][] ids, long[][] mask, long[][] types) {
            this.ids = ids;
            this.mask = mask;
            this.types = types;
        }

        long[][] ids() {
            return ids;
        }

        /** Returns 0 where a text is over. */
        long[][] mask() {
            return mask;
        }

        long[][] types() {
            return types;
        }
    }
}
