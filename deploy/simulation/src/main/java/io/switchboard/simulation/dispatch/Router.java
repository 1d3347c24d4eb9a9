package io.switchboard.simulation.dispatch;

import io.switchboard.routing.engine.Command;
import io.switchboard.routing.engine.Engine;
import io.switchboard.routing.engine.Event;
import java.util.function.Consumer;

/** What takes commands and says what follows: the engine, or something to compare it with. */
public interface Router {
    /** Carries a command out and gives what follows, in order. */
    void handle(Command command, Consumer<? super Event> events);

    /** Returns when it must be told of the time next, in milliseconds, or {@link Long#MAX_VALUE}. */
    long nextDue();

    /** Returns the engine behind this interface. */
    static Router of(Engine engine) {
        return new Router() {
            @Override
            public void handle(Command command, Consumer<? super Event> events) {
                engine.handle(command, events);
            }

            @Override
            public long nextDue() {
                return engine.nextDue();
            }
        };
    }
}
