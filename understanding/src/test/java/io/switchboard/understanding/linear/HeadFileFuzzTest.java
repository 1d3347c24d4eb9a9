package io.switchboard.understanding.linear;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.switchboard.understanding.features.Features;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a file holds, and even if its seal fits: it is a head that judges, or it is refused by name. */
class HeadFileFuzzTest {
    private static final int SEAL = 32;
    private static final int TEMPERATURE_AND_CUTS = 12;
    private static final int SMALL = 8;

    static Stream<byte[]> bodies() {
        byte[] body = body();
        return Stream.of(
                new byte[0],
                body,
                Arrays.copyOf(body, body.length - 1),
                Arrays.copyOf(body, body.length + 1),
                Arrays.copyOf(body, 20),
                with(body, 12, 1 << 18),
                with(body, 12, Integer.MIN_VALUE),
                with(body, 16, 0xFFFF_FFFF),
                with(body, 27, Integer.MAX_VALUE),
                with(body, body.length - 2 * SMALL - TEMPERATURE_AND_CUTS, 0),
                with(body, body.length - 2 * SMALL - TEMPERATURE_AND_CUTS, Float.floatToIntBits(Float.NaN)),
                with(body, body.length - 2 * SMALL - TEMPERATURE_AND_CUTS - 4, Float.floatToIntBits(1e38f)));
    }

    private static byte[] body() {
        Head head = new Head(
                "relevance",
                List.of("wanted", "chaff"),
                ByteBuffer.wrap(new byte[] {1, -1, 127, -127, 5, 0, 0, 5, 1, 1, 9, -9, 4, 4, 3, 2}),
                new float[] {0.1f, 0.2f},
                new float[] {0.5f, 0},
                1.5f,
                new Cuts(0.9f, 0.95f));
        try {
            byte[] file = HeadFile.bytes(head);
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
        Head head;
        try {
            head = HeadFile.read(ByteBuffer.wrap(file), "such.head");
        } catch (IOException refused) {
            assertThat(refused).hasMessageContaining("such.head");
            return;
        }
        Features features = new Features();
        features.read("not what I asked for");
        float[] probabilities = new float[head.labels().size()];
        head.probabilities(features, probabilities);
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
