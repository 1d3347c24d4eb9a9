package io.switchboard.profile.tenancy;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.concurrent.Executor;

/** The thread that a piece of work belongs to. Kafka answers on one of its own, where no session may be opened. */
public final class Home {
    private Home() {}

    /** Returns the way back to the thread that asks. */
    public static Executor here() {
        Context context = Vertx.currentContext();
        return context == null ? Runnable::run : step -> context.runOnContext(_ -> step.run());
    }
}
