package io.switchboard.understanding.dense;

import io.switchboard.understanding.linear.Cuts;
import io.switchboard.understanding.linear.Softmax;
import java.util.List;

/**
 * Adds to a linear head's logits what a text's embedding says: the logit of a label is a share of that of the
 * linear head, plus what a {@link Network} makes of the embedding. Either judge sees what the other misses. Immutable;
 * any number of threads may share one.
 */
public final class DenseHead {
    private final String name;
    private final List<String> labels;
    private final String beside;
    private final float share;
    private final Network network;
    private final float temperature;
    private final Cuts cuts;

    /**
     * Makes a head.
     *
     * @param beside version of the linear head whose logits it was calibrated with
     * @param share by how much the linear head's logits are multiplied
     * @param network over embeddings
     * @param temperature of both heads together
     * @param cuts of both heads together
     */
    DenseHead(
            String name,
            List<String> labels,
            String beside,
            float share,
            Network network,
            float temperature,
            Cuts cuts) {
        this.name = name;
        this.labels = List.copyOf(labels);
        this.beside = beside;
        this.share = share;
        this.network = network;
        this.temperature = temperature;
        this.cuts = cuts;
    }

    public String name() {
        return name;
    }

    /** Returns the labels, in the order of the probabilities: those of the linear head. */
    public List<String> labels() {
        return labels;
    }

    /** Returns the version of the linear head that it was calibrated with. */
    public String beside() {
        return beside;
    }

    /** Returns how many numbers an embedding has. */
    public int size() {
        return network.size();
    }

    /** Returns by how much the linear head's logits are multiplied. */
    public float share() {
        return share;
    }

    public float temperature() {
        return temperature;
    }

    public Cuts cuts() {
        return cuts;
    }

    /** Returns the same head as it stands beside a linear one, calibrated. */
    public DenseHead tuned(String version, float newShare, float newTemperature, Cuts newCuts) {
        return new DenseHead(name, labels, version, newShare, network, newTemperature, newCuts);
    }

    Network network() {
        return network;
    }

    /** Adds what the embedding says to a linear head's logits. */
    public void addLogits(float[] embedding, float[] logits) {
        for (int k = 0; k < logits.length; k++) {
            logits[k] *= share;
        }
        network.addTo(embedding, logits);
    }

    /** Turns a linear head's logits into the probabilities that both heads find together. */
    public void probabilities(float[] embedding, float[] logits) {
        addLogits(embedding, logits);
        Softmax.of(logits, temperature);
    }

    /** Returns whether a text of these probabilities is of the last label, as surely as the cuts ask for. */
    public boolean drops(float[] probabilities, boolean brandKnown) {
        return probabilities[probabilities.length - 1] >= cuts.of(brandKnown);
    }
}
