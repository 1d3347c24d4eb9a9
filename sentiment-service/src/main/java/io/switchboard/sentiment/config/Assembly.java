package io.switchboard.sentiment.config;

import io.switchboard.sentiment.understanding.Heads;
import io.switchboard.sentiment.understanding.Lexicons;
import io.switchboard.sentiment.understanding.RelevanceHead;
import io.switchboard.sentiment.understanding.Understand;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes what judges; a damaged lexicon or head stops the service at its start. */
class Assembly {
    @Produces
    @Singleton
    Understand understand() {
        return new Understand(Lexicons.load(), Heads.load(), RelevanceHead.load());
    }
}
