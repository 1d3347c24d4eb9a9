package io.switchboard.understanding.dense;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.switchboard.understanding.linear.Cuts;
import io.switchboard.understanding.linear.Sealed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, and even if its seal fits: it is a head that judges, or it is refused by name. */
class DenseHeadFileFuzzTest {
    private static final String MODEL = "model";
    private static final int SEAL = 32;
    private static final int SIZE_UNITS_AND_NUMBERS = 4 + 4 + 4 * (2 + 2 * (1 + 2 + 3));

    static Stream<byte[]> bodies() {
        byte[] body = body();
        int size = body.length - SIZE_UNITS_AND_NUMBERS;
        return Stream.of(
                new byte[0],
                body,
                Arrays.copyOf(body, body.length - 1),
                Arrays.copyOf(body, size),
                with(body, size, Integer.MAX_VALUE),
                with(body, size, 1 << 30),
                with(body, size, -1),
                with(body, size + 4, 0),
                with(body, size + 4, 1 << 30),
                with(body, size - 12, 0),
                with(body, size - 12, Float.floatToIntBits(Float.NaN)),
                with(body, size + 12, Float.floatToIntBits(Float.POSITIVE_INFINITY)));
    }

    private static byte[] body() {
        DenseHead head = new DenseHead(
                "relevance",
                List.of("wanted", "chaff"),
                "12345678",
                1,
                new Network(
                        new float[] {1, -1, 0.5f, 0, 2, -3}, new float[] {0, 1}, new float[] {1, 2, 3, 4}, new float[] {
                            0.5f, 0
                        }),
                1.5f,
                new Cuts(0.9f, 0.95f));
        try {
            byte[] file = DenseHeadFile.bytes(head, MODEL);
            return Arrays.copyOf(file, file.length - SEAL);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] with(byte[] body, int at, int value) {
        byte[] changed = body.clone();
        ByteBuffer.wrap(changed).putInt(at, value);
        return changed;
    }

    @MethodSource("bodies")
    @FuzzTest
    void anyFileIsReadOrRefused(byte @NotNull [] file) {
        judgesOrIsRefused(file);
    }

    @MethodSource("bodies")
    @FuzzTest
    void soIsOneWithASealThatFits(byte @NotNull [] body) {
        judgesOrIsRefused(Sealed.seal(body));
    }

    private static void judgesOrIsRefused(byte[] file) {
        DenseHead head;
        try {
            head = DenseHeadFile.read(ByteBuffer.wrap(file), MODEL, "such.dense");
        } catch (IOException refused) {
            assertThat(refused).hasMessageContaining("such.dense");
            return;
        }
        float[] embedding = new float[head.size()];
        Arrays.fill(embedding, (float) (1 / Math.sqrt(head.size())));
        float[] probabilities = new float[head.labels().size()];
        head.probabilities(embedding, probabilities);
        float sum = 0;
        for (float probability : probabilities) {
            sum += probability;
        }
        assertThat(sum).isBetween(0.999f, 1.001f);
        // Not isBetween: to it, -0 is less than 0.
        assertThat(head.cuts().known() >= 0 && head.cuts().known() <= Math.nextUp(1f))
                .isTrue();
        assertThat(head.cuts().blind() >= 0 && head.cuts().blind() <= Math.nextUp(1f))
                .isTrue();
    }
}
