package io.switchboard.understanding.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.understanding.linear.Cuts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

class DenseHeadFileTest {
    private static byte[] file(float weight, float temperature) throws IOException {
        DenseHead head = new DenseHead(
                "relevance",
                List.of("wanted", "chaff"),
                "12345678",
                1,
                new Network(
                        new float[] {1, -1, 0.5f, weight}, new float[] {0, 1}, new float[] {1, 2, 3, 4}, new float[] {
                            0.5f, 0
                        }),
                temperature,
                new Cuts(0.9f, 0.95f));
        return DenseHeadFile.bytes(head, "model");
    }

    @Test
    void aHeadThatWasWrittenIsReadAsItWas() throws IOException {
        byte[] file = file(2, 1.5f);
        DenseHead head = DenseHeadFile.read(ByteBuffer.wrap(file), "model", "such.dense");

        assertThat(head.beside()).isEqualTo("12345678");
        assertThat(head.size()).isEqualTo(2);
        assertThat(DenseHeadFile.bytes(head, "model")).isEqualTo(file);
    }

    @Test
    void oneThatNoTextCouldBeJudgedByIsRefused() throws IOException {
        List<byte[]> bad =
                List.of(file(2, 0), file(2, Float.NaN), file(Float.NaN, 1), file(Float.NEGATIVE_INFINITY, 1));
        assertThat(bad)
                .allSatisfy(file -> assertThatThrownBy(
                                () -> DenseHeadFile.read(ByteBuffer.wrap(file), "model", "bad.dense"))
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("bad.dense"));
    }

    @Test
    void oneOfAnotherModelIsRefused() {
        assertThatThrownBy(() -> DenseHeadFile.read(ByteBuffer.wrap(file(2, 1)), "other", "such.dense"))
                .hasMessage("The head such.dense was made for model, not other");
    }
}
