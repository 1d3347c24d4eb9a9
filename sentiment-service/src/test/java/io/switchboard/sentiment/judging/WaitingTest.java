package io.switchboard.sentiment.judging;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.contracts.message.Visibility;
import io.switchboard.sentiment.understanding.First;
import io.switchboard.sentiment.understanding.Heads;
import io.switchboard.sentiment.understanding.Lexicons;
import io.switchboard.sentiment.understanding.RelevanceHead;
import io.switchboard.sentiment.understanding.Text;
import io.switchboard.sentiment.understanding.Understand;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final First SOME = first();
    private final Waiting waiting = new Waiting(3);

    private static First first() {
        var understand = new Understand(Lexicons.load(), Heads.load(), RelevanceHead.load());
        return understand.first(new Text("where is my parcel", Visibility.PUBLIC, understand.shipped()));
    }

    private static Asked asked(long number, double worth) {
        return new Asked(number, new First(SOME.understanding(), worth, SOME.read()), new CompletableFuture<>());
    }

    @Test
    void thoseComeFirstThatItIsWorthMostForAndTheEarlierAmongEquals() throws InterruptedException {
        List.of(asked(1, .2), asked(2, .9), asked(3, .2)).forEach(waiting::add);
        assertThat(waiting.take(8).stream().map(Asked::number)).containsExactly(2L, 1L, 3L);
    }

    @Test
    void whenThereIsNoRoomTheLeastWorthDoesWithout() {
        List.of(asked(1, .5), asked(2, .3), asked(3, .4)).forEach(waiting::add);
        assertThat(waiting.add(asked(4, .6)).map(Asked::number)).contains(2L);
        assertThat(waiting.add(asked(5, .1)).map(Asked::number)).contains(5L);
    }

    @Test
    void whoHasGoneIsNotTaken() throws InterruptedException {
        Asked gone = asked(1, .5);
        waiting.add(gone);
        waiting.add(asked(2, .1));
        waiting.remove(gone);
        assertThat(waiting.take(8).stream().map(Asked::number)).containsExactly(2L);
    }
}
