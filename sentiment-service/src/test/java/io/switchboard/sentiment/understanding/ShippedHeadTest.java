package io.switchboard.sentiment.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.understanding.training.Relevance;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ships is what training gives: nobody has to believe where the head comes from. */
class ShippedHeadTest {

    @Test
    void isWhatTheOpenDataTrains(@TempDir Path folder) throws IOException {
        Path trained = folder.resolve("relevance.head");
        Relevance.train(
                Path.of("../understanding/open-data/posts"), trained, new PrintStream(OutputStream.nullOutputStream()));
        try (InputStream shipped =
                Objects.requireNonNull(getClass().getResourceAsStream("/understanding/relevance.head"))) {
            assertThat(Files.readAllBytes(trained))
                    .as("understanding/run train understanding/open-data/posts "
                            + "sentiment-service/src/main/resources/understanding/relevance.head")
                    .isEqualTo(shipped.readAllBytes());
        }
    }
}
