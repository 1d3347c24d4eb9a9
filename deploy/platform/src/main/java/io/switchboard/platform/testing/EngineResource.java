package io.switchboard.platform.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.switchboard.platform.parts.Part;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts one engine before a test run and ends it afterwards. */
abstract class EngineResource<P extends Part> implements QuarkusTestResourceLifecycleManager {
    private @Nullable P part;
    private @Nullable Thread hook;

    /** Returns the engine to start, on free ports and in a folder of its own. */
    abstract P prepare();

    /** Returns the configuration with which the tested service reaches the engine. */
    abstract Map<String, String> configuration(P started);

    @Override
    public final Map<String, String> start() {
        P prepared = prepare();
        part = prepared;
        // A test JVM that is ended early must not leave the engine behind.
        hook = new Thread(prepared::kill, "ends-" + prepared.name().label());
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            prepared.start();
            return configuration(prepared);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(
                    "Interrupted while starting " + prepared.name().label(), interrupted);
        }
    }

    /** Returns the running engine, for tests that end it and start it again. */
    public final P engine() {
        if (part == null) {
            throw new IllegalStateException("The engine was not started");
        }
        return part;
    }

    @Override
    public final void stop() {
        if (part != null) {
            part.stop();
        }
        if (hook != null) {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }
}
