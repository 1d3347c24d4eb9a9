package io.switchboard.sentiment.judging;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.sentiment.understanding.Understand;
import jakarta.enterprise.context.ApplicationScoped;

/** The one way to a judgement, for messages as for requests. */
@ApplicationScoped
public class Judge {
    private final Understand understand;

    Judge(Understand understand) {
        this.understand = understand;
    }

    /**
     * Judges a text for a tenant. Any text gets an answer, an empty one too; it may come later, from another thread.
     *
     * @param visibility only public texts can be judged chaff
     */
    public Uni<Understanding> of(String tenant, String text, Visibility visibility) {
        return Uni.createFrom().item(() -> understand.of(text, visibility));
    }
}
