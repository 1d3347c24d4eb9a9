package io.switchboard.understanding.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.understanding.linear.HeadFile;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopicTrainingTest {
    private static List<String> texts(String about, int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> about + " number " + "abcdefgh".charAt(i))
                .toList();
    }

    @Test
    void learnsAllThatHaveExamplesAndOther() throws IOException {
        var examples = Map.of("seats", texts("a row", 8), "coats", texts("a scarf", 8), "few", texts("a hat", 2));
        var head = TopicTraining.train(examples).orElseThrow();
        assertThat(head.labels()).containsExactly("coats", "few", "seats", "other");
        assertThat(HeadFile.bytes(TopicTraining.train(examples).orElseThrow())).isEqualTo(HeadFile.bytes(head));
    }

    @Test
    void needsTwoTopicsWithEightExamples() {
        assertThat(TopicTraining.train(Map.of("seats", texts("a row", 8), "coats", texts("a scarf", 7))))
                .isEmpty();
        assertThat(TopicTraining.train(Map.of("seats", texts("a row", 8), "other", texts("a scarf", 8))))
                .isEmpty();
    }
}
