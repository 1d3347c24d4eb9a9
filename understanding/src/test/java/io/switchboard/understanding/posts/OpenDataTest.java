package io.switchboard.understanding.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The open data set keeps its promises, and what does not follow the guide is refused by name. */
class OpenDataTest {
    private final List<Post> posts = posts();

    private static List<Post> posts() {
        try {
            return Posts.read(Path.of("open-data/posts"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void holdsAtLeastThreeThousandPostsOfTenIndustries() {
        assertThat(posts).hasSizeGreaterThanOrEqualTo(3_000);
        assertThat(posts.stream().map(Post::industry).distinct()).hasSize(10);
        assertThat(posts.stream().map(Post::brand).distinct()).hasSize(30);
    }

    @Test
    void eachBrandHasWhatNeedsAnAnswerAndWhatDoesNot() {
        Map<String, List<Post>> brands = posts.stream().collect(Collectors.groupingBy(Post::brand));
        assertThat(brands).allSatisfy((brand, of) -> {
            double chaff = (double) of.stream()
                            .filter(post -> post.relevance().equals("chaff"))
                            .count()
                    / of.size();
            assertThat(chaff).as(brand).isBetween(0.25, 0.6);
            assertThat(of.stream().map(Post::relevance).collect(Collectors.toSet()))
                    .as(brand)
                    .containsExactlyInAnyOrderElementsOf(Posts.RELEVANCE);
        });
    }

    @Test
    void noTextIsThereTwice() {
        Set<String> seen = new HashSet<>();
        assertThat(posts)
                .allSatisfy(post -> assertThat(seen.add(post.text().toLowerCase(Locale.ROOT)))
                        .as(post.text())
                        .isTrue());
    }

    @Test
    void aLineThatDoesNotFollowTheGuideIsNamed(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("bank.tsv"),
                "Zorvia\tpraise\tpositive\t0\tjoy\ten\tthanks\tlovely people\nZorvia\tnoise\tneutral\t0\tnone\ten\tad\tbuy\n");
        assertThatThrownBy(() -> Posts.read(folder)).hasMessage("bank.tsv:2 knows no relevance noise");
    }

    @Test
    void aFileThatIsNotUtf8IsNamed(@TempDir Path folder) throws IOException {
        Files.write(folder.resolve("bank.tsv"), new byte[] {'a', (byte) 0xC3, '('});
        assertThatThrownBy(() -> Posts.read(folder))
                .isInstanceOf(IOException.class)
                .hasMessage("bank.tsv is not UTF-8");
    }

    @Test
    void allOfThemArePacked() {
        assertThat(Posts.shipped()).isEqualTo(posts);
    }

    @Test
    void aFolderWithoutPostsIsRefused(@TempDir Path folder) {
        assertThatThrownBy(() -> Posts.read(folder)).hasMessageContaining("There are no posts");
    }
}
