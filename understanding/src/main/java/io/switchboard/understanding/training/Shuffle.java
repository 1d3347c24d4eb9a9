package io.switchboard.understanding.training;

import java.util.Arrays;
import java.util.Random;

/** The order in which examples are learned from: another one each time, and the same ones in each training. */
public final class Shuffle {
    private static final long SEED = 20_260_101;

    private final Random random = new Random(SEED);
    private final int[] order;

    public Shuffle(int many) {
        order = new int[many];
        Arrays.setAll(order, i -> i);
    }

    /** Returns the next order; not to be changed, and good until the next one is asked for. */
    public int[] next() {
        for (int i = order.length - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }
}
