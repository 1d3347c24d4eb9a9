package io.switchboard.sentiment.judges;

import io.switchboard.sentiment.corrections.Corrections;
import io.switchboard.sentiment.judges.JudgeStore.Asked;
import io.switchboard.sentiment.judges.JudgeVersion.State;
import io.switchboard.sentiment.understanding.Understand;
import io.switchboard.understanding.linear.Head;
import io.switchboard.understanding.linear.HeadFile;
import io.switchboard.understanding.linear.Sealed;
import io.switchboard.understanding.posts.Posts;
import io.switchboard.understanding.training.Adaptation;
import io.switchboard.understanding.training.Control;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jboss.logging.Logger;

/**
 * Trains judges, one after the other on a thread of its own: a training takes a few seconds of one core and some 30 MB, and
 * messages are judged meanwhile.
 */
@ApplicationScoped
class TrainJudges {
    private static final Logger LOG = Logger.getLogger(TrainJudges.class);

    private final JudgeStore store;
    private final Corrections corrections;
    private final Head shipped;
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("train-judges").daemon().factory());

    /** Takes longer to make than a training; goes when memory is short. */
    private SoftReference<Control> control = new SoftReference<>(null);

    TrainJudges(JudgeStore store, Corrections corrections, Understand understand) {
        this.store = store;
        this.corrections = corrections;
        this.shipped = understand.shipped().relevance().head();
    }

    /** Begins a training, unless the tenant has too little to learn from or one under way. */
    Asked begin(String tenant, String askedBy) {
        Asked asked = store.begin(tenant, askedBy, Adaptation.FEWEST);
        if (asked instanceof Asked.Begun begun) {
            worker.execute(() -> train(tenant, begun.version()));
        }
        return asked;
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }

    private void train(String tenant, int version) {
        try {
            Adaptation learned = Adaptation.of(
                    shipped,
                    corrections.toLearnFrom(tenant),
                    control(),
                    percent -> store.progress(tenant, version, percent));
            finish(tenant, version, learned);
        } catch (RuntimeException | IOException failure) {
            LOG.errorf(failure, "%s: training %d failed", tenant, version);
            fail(tenant, version);
        }
    }

    private void finish(String tenant, int version, Adaptation learned) throws IOException {
        Report report = Report.of(learned);
        if (learned.refusals().isEmpty()) {
            byte[] head = HeadFile.bytes(learned.head());
            String headVersion = Sealed.version(ByteBuffer.wrap(head));
            store.finish(tenant, version, State.READY, List.of(), report, head, headVersion);
        } else {
            store.finish(tenant, version, State.REFUSED, learned.refusals(), report, null, null);
        }
        LOG.infof(
                "%s: training %d ended, %d reasons against it",
                tenant, version, learned.refusals().size());
    }

    private void fail(String tenant, int version) {
        try {
            store.finish(tenant, version, State.FAILED, List.of("The training failed; ask again"), null, null, null);
        } catch (RuntimeException away) {
            // The next one that is asked for finds this one silent and gives it up.
            LOG.warnf("%s: training %d: %s", tenant, version, away.getClass().getSimpleName());
        }
    }

    /** Only the worker's one thread comes here. */
    private Control control() {
        Control known = control.get();
        if (known == null) {
            known = Control.of(shipped, Posts.shipped());
            control = new SoftReference<>(known);
        }
        return known;
    }
}
