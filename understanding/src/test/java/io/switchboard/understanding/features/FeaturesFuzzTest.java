package io.switchboard.understanding.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Texts and names of brands come from strangers: whatever they are, they are read. */
class FeaturesFuzzTest {
    private static final int MOST_LETTERS = TextBuffer.LONGEST * 3 + 2;

    private final Features features = new Features();

    static Stream<Arguments> namesAndTexts() {
        return Stream.of(
                arguments(List.of(), ""),
                arguments(List.of("norva"), "Don't ask @Norvaline_help, see https://a.example/?x=1 #norva 24/7 😡"),
                arguments(List.of("ab", "a", " ab ", ""), "ab ab,ab.ab#ab@ab@@ab ##ab ".repeat(80)),
                arguments(List.of("!!", "##", "@@"), "!!".repeat(1_000)),
                arguments(List.of("a!", "a", "!#"), "#a!@a!".repeat(400)),
                arguments(List.of("\uD83D\uDE00", "İß"), "\uD83D\uD83D\u202Eİß ’ \u0001\u0004\u0000\u2028"),
                arguments(List.of("x".repeat(5_000)), "x".repeat(1_999) + "https://www."));
    }

    @MethodSource("namesAndTexts")
    @FuzzTest
    void anyTextIsRead(@NotNull List<@NotNull String> names, @NotNull String text) {
        features.read(text, Brands.of(names));

        assertThat(features.seen().length()).isBetween(1, MOST_LETTERS);
        assertThat(features.count()).isBetween(0, features.buckets().length);
        for (int i = 0; i < features.count(); i++) {
            assertThat(features.buckets()[i]).isBetween(0, Features.BUCKETS - 1);
            assertThat(features.starts()[i]).isBetween(0, features.seen().length() - 1);
        }
    }

    @MethodSource("namesAndTexts")
    @FuzzTest
    void anyNameIsReplaced(@NotNull List<@NotNull String> names, @NotNull String text) {
        Brands brands = Brands.of(names);
        String replaced = brands.replace(text, "the brand");

        // What is replaced has two letters at least, and becomes nine at most.
        assertThat(replaced.length()).isLessThanOrEqualTo(text.length() * 9 / 2 + 1);
        if (!brands.in(text)) {
            assertThat(replaced).isEqualTo(text);
        }
    }
}
