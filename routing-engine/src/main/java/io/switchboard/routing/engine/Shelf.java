package io.switchboard.routing.engine;

import org.jspecify.annotations.Nullable;

/** Available agents who are alike in skills, capacity, load and room: who is free for longest comes first. */
final class Shelf {
    final AgentClass kind;
    final long room;
    final int load;

    int size;

    @Nullable
    Desk head;

    private @Nullable Desk tail;

    Shelf(AgentClass kind, long room, int load) {
        this.kind = kind;
        this.room = room;
        this.load = load;
    }

    void add(Desk desk) {
        @Nullable Desk before = tail;
        // Who comes was freed last, except when a centre is restored or set up anew.
        while (before != null && desk.freeBefore(before)) {
            before = before.previousOnShelf;
        }
        @Nullable Desk after = before == null ? head : before.nextOnShelf;
        link(before, desk);
        link(desk, after);
        desk.shelf = this;
        size++;
    }

    void remove(Desk desk) {
        link(desk.previousOnShelf, desk.nextOnShelf);
        desk.previousOnShelf = null;
        desk.nextOnShelf = null;
        desk.shelf = null;
        size--;
    }

    private void link(@Nullable Desk before, @Nullable Desk after) {
        if (before == null) {
            head = after;
        } else {
            before.nextOnShelf = after;
        }
        if (after == null) {
            tail = before;
        } else {
            after.previousOnShelf = before;
        }
    }
}
