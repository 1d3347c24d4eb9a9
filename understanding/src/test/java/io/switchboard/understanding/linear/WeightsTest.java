package io.switchboard.understanding.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsTest {
    private static final int BUCKETS = 64;

    private final Random random = new Random(7);

    @ParameterizedTest
    @CsvSource({"1,0", "2,1", "3,255", "5,256", "7,257", "8,12000", "9,3", "11,400", "16,12000", "77,600"})
    void aSumIsThatOfTheWeightsOneByOne(int labels, int features) {
        int[] buckets = random.ints(features, 0, BUCKETS * 5).toArray();
        for (byte[] weights : new byte[][] {any(labels), all(labels, Byte.MIN_VALUE), all(labels, Byte.MAX_VALUE)}) {
            float[] expected = oneByOne(weights, labels, buckets);
            assertThat(sum(ByteBuffer.wrap(weights), labels, buckets)).isEqualTo(expected);
            assertThat(sum(among(ByteBuffer.allocate(weights.length + 40), weights), labels, buckets))
                    .isEqualTo(expected);
            assertThat(sum(among(ByteBuffer.allocateDirect(weights.length + 40), weights), labels, buckets))
                    .isEqualTo(expected);
        }
    }

    private byte[] any(int labels) {
        byte[] weights = new byte[BUCKETS * labels];
        random.nextBytes(weights);
        return weights;
    }

    private static byte[] all(int labels, byte weight) {
        byte[] weights = new byte[BUCKETS * labels];
        java.util.Arrays.fill(weights, weight);
        return weights;
    }

    /** Weights between what is none of theirs, as in a file. */
    private static ByteBuffer among(ByteBuffer file, byte[] weights) {
        while (file.hasRemaining()) {
            file.put((byte) 99);
        }
        file.put(3, weights);
        return file.slice(3, file.limit() - 3).limit(weights.length);
    }

    private static float[] sum(ByteBuffer weights, int labels, int[] buckets) {
        float[] sum = new float[labels];
        new Weights(weights, labels).sum(buckets, buckets.length, sum);
        return sum;
    }

    private static float[] oneByOne(byte[] weights, int labels, int[] buckets) {
        float[] sum = new float[labels];
        for (int bucket : buckets) {
            for (int label = 0; label < labels; label++) {
                sum[label] += weights[bucket % BUCKETS * labels + label];
            }
        }
        return sum;
    }
}
