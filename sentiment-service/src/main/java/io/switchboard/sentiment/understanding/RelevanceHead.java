package io.switchboard.sentiment.understanding;

import io.switchboard.contracts.message.Relevance;
import io.switchboard.understanding.dense.DenseHead;
import io.switchboard.understanding.features.Features;
import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.linear.HeadFile;
import io.switchboard.understanding.linear.Reasons;
import io.switchboard.understanding.linear.Sealed;
import io.switchboard.understanding.linear.Softmax;
import io.switchboard.understanding.posts.Posts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;

/** Weighs what kind of text one is, by a head that learned it from the project's labelled posts. */
public final class RelevanceHead {
    private static final String FILE = "/understanding/relevance.head";
    private static final int WORDS = 5;

    private final Head head;
    private final String version;
    private final List<Relevance> kinds;

    private RelevanceHead(Head head, String version, String from) {
        if (!head.labels().equals(Posts.RELEVANCE)) {
            throw new IllegalArgumentException("The head " + from + " has other labels than relevance");
        }
        this.head = head;
        this.version = version;
        this.kinds = head.labels().stream()
                .map(label -> Relevance.valueOf(label.toUpperCase(Locale.ROOT)))
                .toList();
    }

    /**
     * Reads the head that ships with the service.
     *
     * @throws UncheckedIOException when it is missing, damaged or made for other features: the service must not start then
     */
    public static RelevanceHead load() {
        try {
            return of(Heads.bytes(FILE), FILE, "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a head.
     *
     * @param from where it comes from, for the message when it is refused
     * @param whose is added to its version, such as {@code @acme-3}; empty for the one that ships
     * @throws IOException when it is damaged or made for other features
     * @throws IllegalArgumentException when it judges something else
     */
    public static RelevanceHead of(ByteBuffer file, String from, String whose) throws IOException {
        return new RelevanceHead(HeadFile.read(file, from), "relevance-" + Sealed.version(file) + whose, from);
    }

    /** Returns what weighs, to go on learning from. */
    public Head head() {
        return head;
    }

    /** Returns which head it is; another one has another version. */
    String version() {
        return version;
    }

    /**
     * Returns the kind of a text, {@link Relevance#CHAFF} only when the head is as sure as its cuts ask for.
     *
     * @param seen that has read the text
     */
    Weighed weigh(Read read, Features seen) {
        float[] probabilities = read.heads().relevance();
        Softmax.of(probabilities, head.temperature());
        boolean drops = head.drops(probabilities, read.text().tenant().topics().knowsBrand());
        return weigh(read, seen, probabilities, drops, Judgement.LINEAR);
    }

    /** Returns the same, when a text's embedding is heard, too. */
    Weighed weigh(Read read, Features seen, float[] embedding, DenseHead second) {
        float[] probabilities = read.heads().relevance();
        second.probabilities(embedding, probabilities);
        boolean drops =
                second.drops(probabilities, read.text().tenant().topics().knowsBrand());
        return weigh(read, seen, probabilities, drops, Judgement.TRANSFORMER);
    }

    private Weighed weigh(Read read, Features seen, float[] probabilities, boolean drops, String tier) {
        int chaff = kinds.size() - 1;
        boolean dropped = drops && Judgement.mayBeChaff(read);
        int label = dropped ? chaff : Head.likeliest(probabilities, chaff);
        float of = dropped ? 1 : Math.max(Float.MIN_NORMAL, 1 - probabilities[chaff]);
        double doubt = dropped ? 0 : 1 - probabilities[Head.likeliest(probabilities, kinds.size())];
        return new Weighed(
                kinds.get(label),
                Math.min(1, probabilities[label] / of),
                doubt,
                tier,
                Reasons.of(head, seen, label, WORDS));
    }

    /**
     * What the heads say.
     *
     * @param kind the likeliest
     * @param probability of the kind; when it is not chaff, among the kinds that are not
     * @param doubt how likely another label is than the likeliest of all; 0 where the text is dropped
     * @param tier who says it
     * @param words that spoke most for it, the strongest first
     */
    record Weighed(Relevance kind, double probability, double doubt, String tier, List<String> words) {}
}
