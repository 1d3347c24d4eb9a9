package io.switchboard.sentiment.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.sentiment.understanding.Heads;
import io.switchboard.sentiment.understanding.Lexicons;
import io.switchboard.sentiment.understanding.RelevanceHead;
import io.switchboard.sentiment.understanding.TenantJudge;
import io.switchboard.sentiment.understanding.Text;
import io.switchboard.sentiment.understanding.Understand;
import org.junit.jupiter.api.Test;

class RecentTest {
    private final Understand understand = new Understand(Lexicons.load(), Heads.load(), RelevanceHead.load());
    private final TenantJudge shipped = understand.shipped();
    private final Recent recent = new Recent(new SimpleMeterRegistry());

    private Recent.Key key(String text, Visibility visibility, TenantJudge tenant) {
        return new Recent.Key(understand.seen(new Text(text, visibility, tenant)), visibility, tenant);
    }

    private Recent.Key key(String text) {
        return key(text, Visibility.PUBLIC, shipped);
    }

    private Understanding keep(String text) {
        Understanding meaning = understand.of(text, Visibility.PUBLIC);
        recent.keep(key(text), meaning);
        return meaning;
    }

    @Test
    void whatIsSaidAgainIsKnownWhoeverIsMentionedAndWhateverTheNumber() {
        Understanding meaning = keep("@mia Your 50 vouchers wait: https://a.example/1");
        assertThat(recent.find(key("@tom  YOUR 75 vouchers wait: http://b.example/22")))
                .contains(meaning);
    }

    @Test
    void whatIsSaidOtherwiseIsNot() {
        keep("great job");
        assertThat(recent.find(key("great job \uD83D\uDE44"))).isEmpty();
        assertThat(recent.find(key("great job?"))).isEmpty();
    }

    @Test
    void neitherAPrivateMessageNorAnotherJudgeTakesItOver() {
        keep("win a phone");
        assertThat(recent.find(key("win a phone", Visibility.PRIVATE, shipped))).isEmpty();
        var other = new TenantJudge(shipped.topics(), RelevanceHead.load());
        assertThat(recent.find(key("win a phone", Visibility.PUBLIC, other))).isEmpty();
    }

    @Test
    void textsWithoutWordsAndLongOnesAreNotKept() {
        keep("");
        keep("very long ".repeat(50));
        assertThat(recent.find(key(""))).isEmpty();
        assertThat(recent.find(key("very long ".repeat(50)))).isEmpty();
    }

    @Test
    void theOldestAreForgotten() {
        keep("the very first");
        for (int i = 0; i < 5_000; i++) {
            recent.keep(
                    new Recent.Key("text " + "x".repeat(i % 300) + "y".repeat(i / 300), Visibility.PUBLIC, shipped),
                    understand.of("", Visibility.PUBLIC));
        }
        assertThat(recent.find(key("the very first"))).isEmpty();
    }
}
