package io.switchboard.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.impl.NoStackTraceThrowable;
import java.io.IOException;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventJsonTest {
    record Sample(String word, int number) {}

    @Test
    void readsWhatItWrote() {
        var sample = new Sample("wörd", 7);
        assertThat(EventJson.read(EventJson.write(sample), Sample.class)).isEqualTo(sample);
    }

    @Test
    void toleratesFieldsOfALaterVersion() {
        assertThat(read("{\"word\":\"a\",\"number\":1,\"later\":true}")).isEqualTo(new Sample("a", 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{\"word\":\"a\"} x",
                "{\"word\":\"a\",\"word\":\"b\"}",
                "{'word':'a'}",
                "{\"number\":\"x\"}"
            })
    void refusesWhatIsNotStrictJsonOfTheType(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(PoisonException.class);
    }

    @Test
    void doesNotQuoteTheValueInTheReason() {
        assertThatThrownBy(() -> read("{\"number\":\"my secret\"}")).message().doesNotContain("secret");
    }

    @Test
    void tellsBadLuckFromPoison() {
        assertThat(BadLuck.is(new CompletionException(new IOException("refused"))))
                .isTrue();
        assertThat(BadLuck.is(new TimeoutException("no broker"))).isTrue();
        assertThat(BadLuck.is(new NoStackTraceThrowable("Connection is not active now, current status: CLOSED")))
                .isTrue();
        var both = new IllegalStateException("statement and rollback failed");
        both.addSuppressed(new IOException("reset"));
        assertThat(BadLuck.is(both)).isTrue();
        assertThat(BadLuck.is(new PoisonException("broken"))).isFalse();
        assertThat(BadLuck.is(new NullPointerException())).isFalse();
    }

    private static Sample read(String json) {
        return EventJson.read(json.getBytes(UTF_8), Sample.class);
    }
}
