package io.switchboard.understanding.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.switchboard.understanding.features.Features;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadFileTest {
    @TempDir
    Path folder;

    private static Head head() {
        float[] weights = new float[Features.BUCKETS * 2];
        Features features = new Features();
        features.read("sale");
        for (int i = 0; i < features.count(); i++) {
            weights[features.buckets()[i] * 2 + 1] = 1;
        }
        return Quantised.head(
                "relevance", List.of("wanted", "chaff"), weights, new float[] {0.5f, 0}, 1.5f, new Cuts(0.9f, 0.95f));
    }

    @Test
    void aHeadThatWasWrittenJudgesAsBefore() throws IOException {
        Path file = folder.resolve("head");
        HeadFile.write(head(), file);
        Head read = HeadFile.map(file);
        assertThat(read.name()).isEqualTo("relevance");
        assertThat(read.labels()).containsExactly("wanted", "chaff");
        assertThat(read.cuts()).isEqualTo(new Cuts(0.9f, 0.95f));
        assertThat(probability(read, "sale"))
                .isEqualTo(probability(head(), "sale"))
                .isGreaterThan(0.7f);
        assertThat(probability(read, "")).isLessThan(0.5f);
        assertThat(HeadFile.bytes(read)).isEqualTo(HeadFile.bytes(head()));
    }

    private static float probability(Head head, String text) {
        Features features = new Features();
        features.read(text);
        float[] probabilities = new float[2];
        head.probabilities(features, probabilities);
        assertThat(probabilities[0] + probabilities[1]).isBetween(0.9999f, 1.0001f);
        return probabilities[1];
    }

    @Test
    void aDamagedOneIsRefusedByName() throws IOException {
        byte[] bytes = HeadFile.bytes(head());
        bytes[bytes.length / 2] ^= 1;
        Path file = Files.write(folder.resolve("damaged"), bytes);
        assertThatThrownBy(() -> HeadFile.map(file))
                .hasMessageContaining("damaged")
                .hasMessageContaining("SHA-256");
    }

    @Test
    void whatIsNoHeadIsRefused() throws IOException {
        Path file =
                Files.writeString(folder.resolve("text"), "this is a text and no head, however long it may be made");
        assertThatThrownBy(() -> HeadFile.map(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("text");
        Path none = Files.write(folder.resolve("none"), new byte[0]);
        assertThatThrownBy(() -> HeadFile.map(none)).hasMessageContaining("too short");
    }

    @Test
    void oneThatNoTextCouldBeJudgedByIsRefused() throws IOException {
        for (float bad : new float[] {0, -1, Float.NaN, Float.POSITIVE_INFINITY}) {
            byte[] file = HeadFile.bytes(Quantised.head(
                    "relevance", List.of("wanted", "chaff"), new float[4], new float[2], bad, Cuts.NONE));
            assertThatThrownBy(() -> HeadFile.read(ByteBuffer.wrap(file), "bad.head"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("bad.head");
        }
        byte[] infinite = HeadFile.bytes(Quantised.head(
                "relevance", List.of("wanted", "chaff"), new float[4], new float[] {1e30f, 0}, 1, Cuts.NONE));
        assertThatThrownBy(() -> HeadFile.read(ByteBuffer.wrap(infinite), "bad.head"))
                .isInstanceOf(IOException.class)
                .hasMessage("The head bad.head has a number that none can have: 1.0E30");
    }

    @Test
    void cutsThatAreNoSharesAreRefused() throws IOException {
        for (Cuts bad : List.of(new Cuts(50, 1), new Cuts(1, -0.1f), new Cuts(Float.NaN, 1))) {
            byte[] file = HeadFile.bytes(
                    Quantised.head("relevance", List.of("wanted", "chaff"), new float[4], new float[2], 1, bad));
            assertThatThrownBy(() -> HeadFile.read(ByteBuffer.wrap(file), "bad.head"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("bad.head");
        }
    }

    @Test
    void aMappedHeadAndOneInMemoryJudgeAlike() throws IOException {
        Path file = folder.resolve("head");
        HeadFile.write(head(), file);
        Head inMemory = HeadFile.read(ByteBuffer.wrap(Files.readAllBytes(file)), "head");

        assertThat(probability(HeadFile.map(file), "a sale")).isEqualTo(probability(inMemory, "a sale"));
        assertThat(HeadFile.bytes(inMemory)).isEqualTo(Files.readAllBytes(file));
    }

    @Test
    void whatIsTooLargeToBeMappedIsRefusedByName() throws IOException {
        Path file = folder.resolve("huge");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // A hole: it takes no room.
            channel.write(ByteBuffer.wrap(new byte[1]), 3L << 30);
        }
        assertThatThrownBy(() -> HeadFile.map(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("huge");
        assertThatThrownBy(() -> HeadFile.map(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.toString());
    }
}
