package io.switchboard.understanding.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.understanding.linear.HeadFile;
import io.switchboard.understanding.posts.Posts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TrainingTest {
    private static List<Example> examples;

    @BeforeAll
    static void read() throws IOException {
        examples = Example.ofRelevance(Posts.read(Path.of("open-data/posts")));
    }

    private static Training relevance() {
        return new Training(Relevance.RECIPE);
    }

    @Test
    void theSamePostsGiveTheSameBytes() throws IOException {
        List<Example> some = examples.subList(0, 600);
        assertThat(HeadFile.bytes(relevance().train(some)))
                .isEqualTo(HeadFile.bytes(relevance().train(some)));
    }

    @Test
    void whatIsJudgedSharesNoBrandWithWhatWasLearned() {
        List<List<Example>> folds = Folds.of(examples, 10);
        assertThat(folds).hasSize(10);
        for (int i = 0; i < folds.size(); i++) {
            Set<String> judged = brands(folds.get(i));
            assertThat(brands(Folds.without(folds, i))).doesNotContainAnyElementsOf(judged);
        }
        assertThat(folds.stream().mapToInt(List::size).sum()).isEqualTo(examples.size());
    }

    private static Set<String> brands(List<Example> examples) {
        return examples.stream().map(Example::group).collect(Collectors.toSet());
    }
}
