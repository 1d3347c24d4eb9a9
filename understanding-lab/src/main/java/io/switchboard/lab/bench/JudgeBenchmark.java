package io.switchboard.lab.bench;

import io.switchboard.transformer.Embedder;
import io.switchboard.understanding.features.Features;
import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.linear.HeadFile;
import io.switchboard.understanding.posts.Post;
import io.switchboard.understanding.posts.Posts;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Both tiers over our own posts, one after the other in a shuffled order. One operation is one text. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class JudgeBenchmark {
    /** The heads that a text meets in the first tier. */
    static final List<String> HEADS = List.of("relevance", "sentiment-en", "emotion", "language", "urgency");

    private static final long SEED = 11;

    /** The posts, again and again. */
    @State(Scope.Thread)
    public static class Feed {
        private final List<String> texts = shuffled();
        private int next;

        private static List<String> shuffled() {
            List<String> texts =
                    new ArrayList<>(Posts.shipped().stream().map(Post::text).toList());
            Collections.shuffle(texts, new Random(SEED));
            return texts;
        }

        String next() {
            next = next + 1 == texts.size() ? 0 : next + 1;
            return texts.get(next);
        }
    }

    /** The fast judges. */
    @State(Scope.Thread)
    public static class Fast {
        /** Where the heads are. */
        @Param("")
        public String folder = "";

        private final Features features = new Features();
        private final List<Head> heads = new ArrayList<>();
        private final List<float[]> probabilities = new ArrayList<>();

        /** Reads the heads into memory, as the service does. */
        @Setup(Level.Trial)
        public void load() throws IOException {
            for (String name : HEADS) {
                Path file = Path.of(folder, name + ".head");
                Head head = HeadFile.read(ByteBuffer.wrap(Files.readAllBytes(file)), file.toString());
                heads.add(head);
                probabilities.add(new float[head.labels().size()]);
            }
        }

        List<float[]> judge(String text, int many) {
            features.read(text);
            for (int i = 0; i < many; i++) {
                heads.get(i).probabilities(features, probabilities.get(i));
            }
            return probabilities;
        }
    }

    /** The transformer. */
    @State(Scope.Thread)
    public static class Slow {
        private @Nullable Embedder embedder;

        /** Loads it. */
        @Setup(Level.Trial)
        public void load() throws IOException {
            embedder = Embedder.load();
        }

        /** Lets it go. */
        @TearDown(Level.Trial)
        public void close() {
            embedder().close();
        }

        private Embedder embedder() {
            if (embedder == null) {
                throw new IllegalStateException("The model is not loaded");
            }
            return embedder;
        }

        List<float[]> embed(List<String> texts) {
            return embedder().embed(texts);
        }
    }

    /** Reads a text and asks every head. */
    @Benchmark
    public List<float[]> allHeads(Feed feed, Fast judges) {
        return judges.judge(feed.next(), HEADS.size());
    }

    /** Reads a text and asks whether it is relevant. */
    @Benchmark
    public List<float[]> relevance(Feed feed, Fast judges) {
        return judges.judge(feed.next(), 1);
    }

    /** Embeds one text. */
    @Benchmark
    public List<float[]> embedOne(Feed feed, Slow judge) {
        return judge.embed(List.of(feed.next()));
    }

    /** Embeds as many as are embedded at once. */
    @Benchmark
    @OperationsPerInvocation(Embedder.BATCH)
    public List<float[]> embedBatch(Feed feed, Slow judge) {
        List<String> texts = new ArrayList<>(Embedder.BATCH);
        for (int i = 0; i < Embedder.BATCH; i++) {
            texts.add(feed.next());
        }
        return judge.embed(texts);
    }
}
