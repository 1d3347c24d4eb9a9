package io.switchboard.routing.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The agents who could be offered something now, by what makes them alike. */
final class Pool {
    private final Channels channels;
    /** For each channel the classes of which somebody has room for it. */
    private final Bits[] kinds;

    Pool(Channels channels) {
        this.channels = channels;
        kinds = new Bits[channels.count()];
        Arrays.setAll(kinds, _ -> new Bits());
    }

    /** An agent's presence or load is another: they go to the end of the shelf where they belong now. */
    void place(Desk desk) {
        take(desk);
        desk.room = channels.room(desk);
        if (desk.room != 0) {
            desk.kind().shelf(desk.room, desk.load).add(desk);
            count(desk, 1);
        }
    }

    void take(Desk desk) {
        @Nullable Shelf shelf = desk.shelf;
        if (shelf != null) {
            shelf.remove(desk);
            count(desk, -1);
            if (shelf.size == 0) {
                desk.kind().drop(shelf);
            }
        }
    }

    private void count(Desk desk, int by) {
        AgentClass kind = desk.kind();
        for (long room = desk.room; room != 0; room &= room - 1) {
            int channel = Long.numberOfTrailingZeros(room);
            kind.withRoom[channel] += by;
            if (kind.withRoom[channel] == 0) {
                kinds[channel].clear(kind.index);
            } else {
                kinds[channel].set(kind.index);
            }
        }
    }

    Bits kindsWithRoomFor(int channel) {
        return kinds[channel];
    }
}
