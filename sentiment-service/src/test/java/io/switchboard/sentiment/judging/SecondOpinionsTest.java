package io.switchboard.sentiment.judging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.sentiment.understanding.First;
import io.switchboard.sentiment.understanding.Heads;
import io.switchboard.sentiment.understanding.Lexicons;
import io.switchboard.sentiment.understanding.RelevanceHead;
import io.switchboard.sentiment.understanding.Text;
import io.switchboard.sentiment.understanding.Understand;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the real transformer. */
class SecondOpinionsTest {
    private static final Duration LONG = Duration.ofSeconds(30);
    private final Understand understand = new Understand(Lexicons.load(), Heads.load(), RelevanceHead.load());
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private SecondOpinions opinions;

    private record Config(boolean enabled, double share, int waiting, Duration patience, double leastWorth)
            implements SecondOpinionConfig {}

    @BeforeEach
    void nothingRunsYet() {
        opinions = null;
    }

    @AfterEach
    void end() {
        opinions.end(new ShutdownEvent());
    }

    private void begin(double share, int waiting, Duration patience) {
        opinions = new SecondOpinions(understand, new Config(true, share, waiting, patience, 0), metrics);
        opinions.start(new StartupEvent());
        await().atMost(Duration.ofMinutes(1)).until(opinions::isReady);
    }

    private First first(String text) {
        return understand.first(new Text(text, Visibility.PUBLIC, understand.shipped()));
    }

    private static Understanding answer(CompletionStage<Understanding> stage) throws Exception {
        return stage.toCompletableFuture().get(40, TimeUnit.SECONDS);
    }

    private double count(String outcome) {
        return metrics.counter("switchboard.second.opinions", "outcome", outcome)
                .count();
    }

    @Test
    void saysThatItJudged() throws Exception {
        begin(1, 64, LONG);
        First first = first("anyone else think the new checkout is weird or is it me");
        Understanding second = answer(opinions.of(first));
        assertThat(first.understanding().tier()).isEqualTo("linear");
        assertThat(second.tier()).isEqualTo("transformer");
        assertThat(second.model()).isEqualTo(first.understanding().model() + "+bge-small-en-v1.5-q");
        assertThat(second.reasons()).isNotEmpty();
        assertThat(second.topic()).isEqualTo(first.understanding().topic());
    }

    @Test
    void nobodyWaitsLongerThanTheyHavePatience() throws Exception {
        begin(0.01, 64, Duration.ofMillis(100));
        List<CompletionStage<Understanding>> asked = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            asked.add(opinions.of(first("what is the matter with order number " + i)));
        }
        long begin = System.nanoTime();
        for (CompletionStage<Understanding> one : asked) {
            assertThat(answer(one)).isNotNull();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
        assertThat(count("late")).isPositive();
    }

    @Test
    void whoFindsNoRoomGoesOnWithTheFastJudge() throws Exception {
        begin(0.01, 2, LONG);
        List<CompletionStage<Understanding>> asked = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            asked.add(opinions.of(first("what is the matter with order number " + i)));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> count("shed") >= 40);
        assertThat(asked.stream().filter(one -> one.toCompletableFuture().isDone()))
                .hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void keepsToItsBudget() throws Exception {
        begin(0.25, 64, LONG);
        long begin = System.nanoTime();
        for (int i = 0; i < 12; i++) {
            answer(opinions.of(first("is it only me or is the website slow, attempt " + i)));
        }
        double seconds = (System.nanoTime() - begin) / 1e9;
        double busy = metrics.counter("switchboard.second.opinion.busy.seconds").count();
        assertThat(busy / seconds).isBetween(0.01, 0.35);
    }

    @Test
    void anyTextGetsAnAnswer() throws Exception {
        begin(1, 64, LONG);
        for (String text : List.of("", "😀", "\u200b", "x".repeat(100_000), "<b>hi</b>", "\uD83D")) {
            assertThat(answer(opinions.of(first(text))).urgency()).isBetween(0.0, 1.0);
        }
    }
}
