package io.switchboard.understanding.posts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.provider.MethodSource;

/** Posts of others are read, or refused by the name of their file. */
class PostsFuzzTest {
    private static final String LINE = "Zorvia\tpraise\tpositive\t0\tjoy\ten\tthanks\tlovely people\\n";

    @TempDir
    static Path folder;

    static Stream<byte[]> files() {
        return Stream.of(
                new byte[0],
                LINE.getBytes(UTF_8),
                (LINE + "\n" + LINE + "\r\n").getBytes(UTF_8),
                LINE.replace("\t0\t", "\t٣\t").getBytes(UTF_8),
                LINE.replace("\t", "\t\t").getBytes(UTF_8),
                "\n".getBytes(UTF_8),
                new byte[] {(byte) 0xC3, 0x28, '\t'});
    }

    @MethodSource("files")
    @FuzzTest
    void anyFileIsReadOrRefused(byte @NotNull [] bytes) throws IOException {
        Files.write(folder.resolve("bank.tsv"), bytes);
        try {
            assertThat(Posts.read(folder))
                    .isNotEmpty()
                    .allSatisfy(post -> assertThat(post.industry()).isEqualTo("bank"));
        } catch (IOException | IllegalArgumentException refused) {
            assertThat(refused.getMessage())
                    .satisfiesAnyOf(
                            said -> assertThat(said).contains("bank.tsv"),
                            said -> assertThat(said).contains(folder.toString()));
        }
    }
}
