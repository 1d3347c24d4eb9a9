package io.switchboard.sentiment.judging;

import io.switchboard.contracts.message.Understanding;
import io.switchboard.sentiment.understanding.First;
import java.util.concurrent.CompletableFuture;

/**
 * A text that a second opinion was asked for.
 *
 * @param number in the order of asking
 * @param first what is answered when no second opinion comes in time
 * @param answer completes once
 */
record Asked(long number, First first, CompletableFuture<Understanding> answer) {
    void withoutSecond() {
        answer.complete(first.understanding());
    }
}
