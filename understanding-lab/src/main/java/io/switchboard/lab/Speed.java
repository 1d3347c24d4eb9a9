package io.switchboard.lab;

import io.switchboard.understanding.features.Features;
import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.linear.HeadFile;
import io.switchboard.understanding.posts.Post;
import io.switchboard.understanding.posts.Posts;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How many texts one thread judges in a second of its CPU time. */
final class Speed {
    private static final int ROUNDS = 7;
    private static final double ROUND_SECONDS = 1.5;

    private Speed() {}

    /** Judges all posts again and again; prints the median of the rounds after the first two. */
    static void measure(Path posts, Path file, PrintStream out) throws IOException {
        Head head = HeadFile.map(file);
        List<String> texts = Posts.read(posts).stream().map(Post::text).toList();
        double[] rounds = new double[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            rounds[i] = round(head, texts);
        }
        double[] warm = Arrays.copyOfRange(rounds, 2, ROUNDS);
        Arrays.sort(warm);
        double letters = texts.stream().mapToInt(String::length).average().orElse(0);
        out.printf(
                Locale.ROOT,
                "%,.0f texts a CPU second (%,.0f to %,.0f), %.0f characters each on average%n",
                warm[warm.length / 2],
                warm[0],
                warm[warm.length - 1],
                letters);
    }

    private static double round(Head head, List<String> texts) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        Features features = new Features();
        float[] probabilities = new float[head.labels().size()];
        long begin = threads.getCurrentThreadCpuTime();
        long judged = 0;
        double seconds = 0;
        while (seconds < ROUND_SECONDS) {
            for (String text : texts) {
                features.read(text);
                head.probabilities(features, probabilities);
            }
            judged += texts.size();
            seconds = (threads.getCurrentThreadCpuTime() - begin) / 1e9;
        }
        return judged / seconds;
    }
}
