package io.switchboard.understanding.linear;

import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The weights of a head in bytes, a row of labels for each bucket. Rows are added up eight labels at a time within two registers
 * of 64 bits (SIMD within a register: Lamport 1975, "Multiple byte processing with full-word instructions").
 */
final class Weights {
    /** Labels whose weights are read at once. */
    private static final int LANES = 8;
    /** Rows that can be added up before a lane of 16 bits is full. */
    private static final int MOST = 256;
    /** Makes weights positive, so that no sum borrows from the lane beside it. */
    private static final long SIGNS = 0x8080808080808080L;

    private static final int SHIFT = 128;
    private static final long EVEN = 0x00FF00FF00FF00FFL;
    private static final VarHandle IN_ARRAY = MethodHandles.byteArrayViewVarHandle(long[].class, LITTLE_ENDIAN);
    private static final VarHandle IN_BUFFER = MethodHandles.byteBufferViewVarHandle(long[].class, LITTLE_ENDIAN);

    private final ByteBuffer bytes;
    private final int size;
    private final int many;
    private final int mask;
    /** What the bytes lie in, unless they are mapped: an array is read faster than a buffer. */
    private final byte @Nullable [] array;

    private final int offset;

    /**
     * Takes weights, which are copied only when there is no room behind them to read over.
     *
     * @param weights by bucket and label, label running fastest, a power of two of buckets
     * @param many labels
     */
    Weights(ByteBuffer weights, int many) {
        this.size = weights.limit();
        this.many = many;
        this.mask = size / many - 1;
        this.bytes = weights.capacity() - size < LANES - 1
                ? roomy(weights)
                : weights.duplicate().clear();
        this.array = bytes.hasArray() ? bytes.array() : null;
        this.offset = bytes.hasArray() ? bytes.arrayOffset() : 0;
    }

    private static ByteBuffer roomy(ByteBuffer weights) {
        byte[] copy = new byte[weights.limit()];
        weights.duplicate().rewind().get(copy);
        return ByteBuffer.wrap(Arrays.copyOf(copy, copy.length + LANES - 1));
    }

    /** Returns how many rows there are. */
    int buckets() {
        return mask + 1;
    }

    /** Returns all weights. */
    ByteBuffer bytes() {
        return bytes.duplicate().limit(size);
    }

    /** Returns the weight of a label. */
    int of(int bucket, int label) {
        return bytes.get((bucket & mask) * many + label);
    }

    /** Writes the sum of each label's weights into {@code into}, of the first {@code count} buckets. Allocates nothing. */
    void sum(int[] buckets, int count, float[] into) {
        Arrays.fill(into, 0, many, 0);
        for (int label = 0; label < many; label += LANES) {
            for (int from = 0; from < count; from += MOST) {
                add(buckets, from, Math.min(count, from + MOST), label, into);
            }
        }
    }

    private void add(int[] buckets, int from, int to, int label, float[] into) {
        long even = 0;
        long odd = 0;
        for (int i = from; i < to; i++) {
            long row = row((buckets[i] & mask) * many + label) ^ SIGNS;
            even += row & EVEN;
            odd += (row >>> Byte.SIZE) & EVEN;
        }
        int shifted = SHIFT * (to - from);
        for (int lane = 0; lane < Math.min(LANES, many - label); lane++) {
            long lanes = lane % 2 == 0 ? even : odd;
            into[label + lane] += ((lanes >>> (lane / 2 * Short.SIZE)) & 0xFFFF) - shifted;
        }
    }

    private long row(int at) {
        return array == null ? (long) IN_BUFFER.get(bytes, at) : (long) IN_ARRAY.get(array, offset + at);
    }
}
