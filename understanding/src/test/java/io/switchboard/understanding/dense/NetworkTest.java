package io.switchboard.understanding.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkTest {
    private final Random random = new Random(3);

    private static float[] logits(Network network, float... embedding) {
        float[] logits = new float[network.biases().length];
        network.addTo(embedding, logits);
        return logits;
    }

    @Test
    void addsItsLogitsToThoseThatAreThere() {
        // Two numbers, three units of which the last is never on, two labels.
        var network = new Network(
                new float[] {1, 0, -9, 0, 2, -9},
                new float[] {0.5f, 0, 0},
                new float[] {1, -1, 10, 20, 7, 7},
                new float[] {0.25f, 0});
        float root = (float) Math.sqrt(2);
        float[] logits = {100, 200};
        network.addTo(new float[] {1, 2}, logits);
        assertThat(logits[0]).isEqualTo(100.25f + (0.5f + root) + 10 * 4 * root, within(1e-3f));
        assertThat(logits[1]).isEqualTo(200 - (0.5f + root) + 20 * 4 * root, within(1e-3f));
    }

    @Test
    void twoSayTheMeanOfWhatEachSays() {
        Network one = new NetworkTrainer(4, 3, 2, 1).learn(List.of(), new int[0], 0);
        Network other = new NetworkTrainer(4, 5, 2, 2).learn(List.of(), new int[0], 0);
        float[] x = {0.5f, -0.5f, 0.1f, 0.7f};
        for (int k = 0; k < 2; k++) {
            assertThat(logits(one.with(other), x)[k])
                    .isEqualTo((logits(one, x)[k] + logits(other, x)[k]) / 2, within(1e-4f));
        }
    }

    /** Which side of a circle: no weights over the numbers themselves could tell. */
    @Test
    void learnsWhatNoLineParts() {
        List<float[]> points = new ArrayList<>();
        int[] labels = new int[2_000];
        for (int i = 0; i < labels.length; i++) {
            float[] point = {random.nextFloat() * 2 - 1, random.nextFloat() * 2 - 1, 1, 1};
            points.add(point);
            labels[i] = point[0] * point[0] + point[1] * point[1] < 0.6 ? 1 : 0;
        }
        Network network = new NetworkTrainer(4, 64, 2, 5).learn(points, labels, 40);
        int right = 0;
        for (int i = 0; i < labels.length; i++) {
            float[] said = logits(network, points.get(i));
            right += (said[1] > said[0] ? 1 : 0) == labels[i] ? 1 : 0;
        }
        assertThat(right / (double) labels.length).isGreaterThan(0.85);
        Network again = new NetworkTrainer(4, 64, 2, 5).learn(points, labels, 40);
        assertThat(again.in()).isEqualTo(network.in());
        assertThat(again.out()).isEqualTo(network.out());
    }
}
