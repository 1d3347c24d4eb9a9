package io.switchboard.routing.centre;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The last so many ids of a kind. The oldest gives way, so that memory stays bounded for ever. */
final class RecentIds {
    private final String kind;
    private final @Nullable UUID[] places;
    private final Set<UUID> ids = new HashSet<>();
    private long count;

    RecentIds(String kind, int size) {
        this.kind = kind;
        this.places = new @Nullable UUID[size];
    }

    boolean contains(UUID id) {
        return ids.contains(id);
    }

    long count() {
        return count;
    }

    /** Remembers an id it does not know yet and returns where. */
    Memory.Seen add(UUID id) {
        var seen = new Memory.Seen(kind, (int) (count % places.length), id);
        count++;
        restore(seen);
        return seen;
    }

    void restore(Memory.Seen seen) {
        @Nullable UUID oldest = places[seen.place()];
        if (oldest != null) {
            ids.remove(oldest);
        }
        places[seen.place()] = seen.id();
        ids.add(seen.id());
    }

    void restoreCount(long newCount) {
        count = newCount;
    }
}
