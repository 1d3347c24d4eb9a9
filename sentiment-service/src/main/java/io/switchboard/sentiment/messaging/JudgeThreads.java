package io.switchboard.sentiment.messaging;

import io.smallrye.context.SmallRyeThreadContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.context.ThreadContext;

/**
 * Where messages are judged: as many threads as there are processors. Judging computes and never waits; on the event loop it
 * would hold up requests for as long as a batch of records takes, and use one processor.
 */
@ApplicationScoped
class JudgeThreads implements Executor {
    /** Nothing of a request's context is of use here, and to carry it from step to step costs as much as a step. */
    private static final SmallRyeThreadContext NOTHING = SmallRyeThreadContext.builder()
            .propagated()
            .cleared()
            .unchanged(ThreadContext.ALL_REMAINING)
            .build();

    private final ExecutorService threads =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), JudgeThreads::thread);

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().name("judges-messages-", 0).daemon().unstarted(() -> {
            try (var _ = SmallRyeThreadContext.withThreadContext(NOTHING)) {
                work.run();
            }
        });
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    @PreDestroy
    void end() {
        threads.shutdown();
    }
}
