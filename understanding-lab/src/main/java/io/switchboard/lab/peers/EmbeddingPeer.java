package io.switchboard.lab.peers;

import io.switchboard.transformer.Embedder;
import io.switchboard.understanding.dense.DenseHead;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A logistic head over an embedding that others published, alone or beside our fast judge. */
final class EmbeddingPeer implements Peer {
    private static final int SAMPLE = 400;

    private final String name;
    private final DenseHead head;
    private final @Nullable FastPeer beside;
    private final Vectors vectors;

    private EmbeddingPeer(String name, DenseHead head, @Nullable FastPeer beside, Vectors vectors) {
        this.name = name;
        this.head = head;
        this.beside = beside;
        this.vectors = vectors;
    }

    static EmbeddingPeer alone(DenseHead head, Vectors vectors) {
        return new EmbeddingPeer("bge-small-en-v1.5 and a logistic head", head, null, vectors);
    }

    static EmbeddingPeer beside(FastPeer fast, DenseHead head, Vectors vectors) {
        return new EmbeddingPeer("both our judges", head, fast, vectors);
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
            float[] logits = beside == null ? new float[head.labels().size()] : beside.logits(texts.get(i));
            head.addLogits(embeddings.get(i), logits);
            all.add(logits);
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
