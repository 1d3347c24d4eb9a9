package io.switchboard.routing.engine;

import java.util.LinkedHashSet;
import java.util.Set;

/** Work, agents and queues that changed since somebody asked, for whoever keeps the memory. */
final class Changes {
    private final Set<Object> touched = new LinkedHashSet<>();
    private final Set<Object> gone = new LinkedHashSet<>();
    private boolean wanted;

    void want() {
        wanted = true;
    }

    void touch(Object thing) {
        if (wanted) {
            gone.remove(thing);
            touched.add(thing);
        }
    }

    void gone(Object thing) {
        if (wanted) {
            touched.remove(thing);
            gone.add(thing);
        }
    }

    Set<Object> touched() {
        return touched;
    }

    Set<Object> gone() {
        return gone;
    }

    void clear() {
        touched.clear();
        gone.clear();
    }
}
