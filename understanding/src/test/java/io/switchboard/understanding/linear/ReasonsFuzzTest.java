package io.switchboard.understanding.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import io.switchboard.understanding.features.Brands;
import io.switchboard.understanding.features.Features;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reasons for any text are words of it. */
class ReasonsFuzzTest {
    private static final int MOST = 5;
    private static final Head HEAD = head();

    private final Features features = new Features();

    /** Every bucket speaks for something. */
    private static Head head() {
        Random random = new Random(5);
        float[] weights = new float[Features.BUCKETS * 2];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextFloat() - 0.5f;
        }
        return Quantised.head("relevance", List.of("wanted", "chaff"), weights, new float[2], 1, Cuts.NONE);
    }

    static Stream<Arguments> namesAndTexts() {
        return Stream.of(
                arguments(List.of(), ""),
                arguments(List.of(), " \u0001\u0002 @ # "),
                arguments(List.of("ab"), "My @ab order 66 isn't here https://a.example now"),
                arguments(List.of("ab"), "ab ".repeat(2_000)),
                arguments(List.of("!!"), "!!".repeat(1_000)),
                arguments(List.of("İß"), "\uD83D\uD83D\u202Eİß ’"));
    }

    @MethodSource("namesAndTexts")
    @FuzzTest
    void anyTextHasReasons(@NotNull List<@NotNull String> names, @NotNull String text) {
        features.read(text, Brands.of(names));
        String seen = features.seen().toString();

        for (int label = 0; label < HEAD.labels().size(); label++) {
            assertThat(Reasons.of(HEAD, features, label, MOST))
                    .hasSizeLessThanOrEqualTo(MOST)
                    .allSatisfy(word -> assertThat(seen).contains(" " + word + " "));
        }
    }
}
