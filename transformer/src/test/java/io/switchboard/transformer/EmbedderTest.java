package io.switchboard.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbedderTest {
    private static Embedder embedder;

    @BeforeAll
    static void load() throws IOException {
        embedder = Embedder.load();
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Test
    void textsThatMeanAlikeLieNear() {
        List<float[]> vectors = embedder.embed(List.of(
                "my parcel never came", "the package has not been delivered yet", "what a lovely sunset over the sea"));

        assertThat(cosine(vectors.get(0), vectors.get(1))).isGreaterThan(cosine(vectors.get(0), vectors.get(2)) + 0.1);
        assertThat(cosine(vectors.get(0), vectors.get(0))).isCloseTo(1, within(1e-4));
    }

    @Test
    void aTextIsReadAlikeAloneAndAmongOthers() {
        String text = "the driver was rude and I want to talk to somebody";
        float[] alone = embedder.embed(List.of(text)).getFirst();
        List<float[]> among = embedder.embed(List.of("hi", text, "a much longer text ".repeat(20), "", "🤷", "ok"));

        // Weights of eight bits: what else is in the batch moves the scale a little.
        assertThat(cosine(alone, among.get(1))).isGreaterThan(0.97);
    }

    @Test
    void anyTextGetsAnAnswer() {
        List<String> odd = List.of("", " ", "\u0000", "\uD83D", "x".repeat(1_000_000), "\u200b\u200b", "<b>&amp;</b>");

        assertThat(embedder.embed(odd)).hasSize(odd.size()).allSatisfy(vector -> {
            assertThat(vector).hasSize(Embedder.SIZE);
            assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-4));
        });
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
