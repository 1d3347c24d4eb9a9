package io.switchboard.understanding.dense;

/**
 * One hidden layer of rectified units between an embedding and the labels: the logit of label {@code k} is
 * {@code biases[k] + sum over j of out[j][k] * max(0, hiddenBiases[j] + sum over i of in[i][j] * x[i])}, where {@code x} is the
 * embedding times the square root of its size, so that its numbers are about one. Immutable.
 *
 * @param in by number of the embedding and unit, unit running fastest
 * @param hiddenBiases by unit
 * @param out by unit and label, label running fastest
 * @param biases by label
 */
@SuppressWarnings("ArrayRecordComponent") // none of them is changed once a network is made
record Network(float[] in, float[] hiddenBiases, float[] out, float[] biases) {

    /** Returns how many numbers an embedding has. */
    int size() {
        return in.length / hiddenBiases.length;
    }

    /** Returns how many units the hidden layer has. */
    int units() {
        return hiddenBiases.length;
    }

    /** Adds the logits of an embedding to those that are there. */
    void addTo(float[] embedding, float[] logits) {
        float scale = scale(embedding.length);
        float[] units = hiddenBiases.clone();
        for (int i = 0; i < embedding.length; i++) {
            addScaled(in, i * units.length, embedding[i] * scale, units, units.length);
        }
        for (int k = 0; k < biases.length; k++) {
            logits[k] += biases[k];
        }
        for (int j = 0; j < units.length; j++) {
            if (units[j] > 0) {
                for (int k = 0; k < biases.length; k++) {
                    logits[k] += units[j] * out[j * biases.length + k];
                }
            }
        }
    }

    /** Returns by how much an embedding is multiplied. */
    static float scale(int size) {
        return (float) Math.sqrt(size);
    }

    /** Adds a row times {@code by} to {@code to}: the loop that all time goes into, which the compiler makes vectors of. */
    static void addScaled(float[] rows, int from, float by, float[] to, int many) {
        for (int j = 0; j < many; j++) {
            to[j] += rows[from + j] * by;
        }
    }

    /** Returns a network that says the mean of what this one and another one of the same size say. */
    Network with(Network other) {
        int mine = units();
        int theirs = other.units();
        float[] both = new float[size() * (mine + theirs)];
        for (int i = 0; i < size(); i++) {
            System.arraycopy(in, i * mine, both, i * (mine + theirs), mine);
            System.arraycopy(other.in, i * theirs, both, i * (mine + theirs) + mine, theirs);
        }
        return new Network(
                both,
                joined(hiddenBiases, other.hiddenBiases, 1),
                joined(out, other.out, 0.5f),
                mean(biases, other.biases));
    }

    private static float[] joined(float[] first, float[] second, float by) {
        float[] joined = new float[first.length + second.length];
        for (int i = 0; i < joined.length; i++) {
            joined[i] = by * (i < first.length ? first[i] : second[i - first.length]);
        }
        return joined;
    }

    private static float[] mean(float[] first, float[] second) {
        float[] mean = new float[first.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (first[i] + second[i]) / 2;
        }
        return mean;
    }
}
