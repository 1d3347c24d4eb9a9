package io.switchboard.lab.peers;

import io.switchboard.transformer.Embedder;
import io.switchboard.understanding.dense.DenseHead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** A judge of embeddings: a logistic head as others publish it, or our own beside our fast judge. */
final class EmbeddingPeer implements Peer {
    private static final int SAMPLE = 400;

    private final String name;
    private final Judge judge;
    private final Vectors vectors;

    /** Returns the logits of a text. */
    private interface Judge {
        float[] logits(String text, float[] embedding);
    }

    private EmbeddingPeer(String name, Judge judge, Vectors vectors) {
        this.name = name;
        this.judge = judge;
        this.vectors = vectors;
    }

    static EmbeddingPeer alone(LogisticRegression head, Vectors vectors) {
        return new EmbeddingPeer(
                "bge-small-en-v1.5 and a logistic head", (_, embedding) -> head.logits(embedding), vectors);
    }

    static EmbeddingPeer beside(FastPeer fast, DenseHead head, Vectors vectors) {
        return new EmbeddingPeer("both our judges", (text, embedding) -> both(fast, head, text, embedding), vectors);
    }

    private static float[] both(FastPeer fast, DenseHead head, String text, float[] embedding) {
        float[] logits = fast.logits(text);
        head.addLogits(embedding, logits);
        return logits;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<float[]> judge(List<String> texts) throws IOException {
        return judge(texts, vectors.of(texts));
    }

    private List<float[]> judge(List<String> texts, List<float[]> embeddings) {
        List<float[]> all = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            all.add(judge.logits(texts.get(i), embeddings.get(i)));
        }
        return all;
    }

    /** Some of the texts are enough: each takes milliseconds. */
    @Override
    public double perCpuSecond(List<String> texts) throws IOException {
        int step = Math.max(1, texts.size() / SAMPLE);
        List<String> some = new ArrayList<>();
        for (int i = 0; i < texts.size() && some.size() < SAMPLE; i += step) {
            some.add(texts.get(i));
        }
        try (Embedder embedder = Embedder.load()) {
            return CpuTime.perSecond(some.size(), 0, () -> judge(some, embedder.embed(some)));
        }
    }
}
