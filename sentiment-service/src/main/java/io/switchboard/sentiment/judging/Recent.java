package io.switchboard.sentiment.judging;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.sentiment.understanding.TenantJudge;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What was said of recent texts, so that what is said by thousands in the same words, but for whom they mention and which
 * numbers and links they give, is judged once, and by both judges if one of them was. It never drops what was not dropped.
 */
@ApplicationScoped
class Recent {
    private static final int MOST = 4_096;
    /** Letters of the longest text that is remembered: longer ones are seldom said twice, and would take memory. */
    private static final int LONGEST = 400;

    private final Map<Key, Understanding> recent = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Understanding> eldest) {
            return size() > MOST;
        }
    };
    private final Counter repeated;

    Recent(MeterRegistry metrics) {
        this.repeated = Counter.builder("switchboard.repeated.texts")
                .description("texts that were said before in the same words, and so not judged again")
                .register(metrics);
    }

    /**
     * Which texts are the same.
     *
     * @param seen the text as the heads see it, not a hash: nobody can make one text pass for another
     * @param judge a tenant's topics and head; with others the same text is another
     */
    record Key(String seen, Visibility visibility, TenantJudge judge) {}

    Optional<Understanding> find(Key key) {
        Understanding known;
        synchronized (recent) {
            known = recent.get(key);
        }
        if (known != null) {
            repeated.increment();
        }
        return Optional.ofNullable(known);
    }

    void forget() {
        synchronized (recent) {
            recent.clear();
        }
    }

    void keep(Key key, Understanding meaning) {
        if (!key.seen().isBlank() && key.seen().length() <= LONGEST) {
            synchronized (recent) {
                recent.put(key, meaning);
            }
        }
    }
}
