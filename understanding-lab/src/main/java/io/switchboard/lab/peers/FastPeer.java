package io.switchboard.lab.peers;

import io.switchboard.understanding.features.Features;
import io.switchboard.understanding.linear.Head;
import java.util.List;

/** Our fast judge: n-grams and a linear head. */
final class FastPeer implements Peer {
    private static final double ROUND_SECONDS = 1.5;

    private final Head head;
    private final Features features = new Features();

    FastPeer(Head head) {
        this.head = head;
    }

    @Override
    public String name() {
        return "our fast judge";
    }

    @Override
    public List<float[]> judge(List<String> texts) {
        return texts.stream().map(this::logits).toList();
    }

    float[] logits(String text) {
        float[] logits = new float[head.labels().size()];
        features.read(text);
        head.logits(features.buckets(), features.count(), logits);
        return logits;
    }

    @Override
    public double perCpuSecond(List<String> texts) {
        float[] probabilities = new float[head.labels().size()];
        return CpuTime.perSecond(
                texts.size(),
                ROUND_SECONDS,
                () -> texts.forEach(text -> {
                    features.read(text);
                    head.probabilities(features, probabilities);
                }));
    }
}
