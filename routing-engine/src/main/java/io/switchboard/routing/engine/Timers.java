package io.switchboard.routing.engine;

/** All moments to come, the earliest first. */
final class Timers extends IndexedHeap<Timed> {

    /** Gives a thing its next moment; it has no other one. */
    void set(Timed thing, long due) {
        if (due == thing.due) {
            return;
        }
        thing.due = due;
        if (due == Timed.NEVER) {
            remove(thing);
        } else if (contains(thing)) {
            settle(thing);
        } else {
            add(thing);
        }
    }

    @Override
    long rankOf(Timed thing) {
        return thing.due;
    }

    @Override
    boolean beforeAtSameRank(Timed one, Timed other) {
        return switch (one) {
            case Work work -> !(other instanceof Work than) || work.number < than.number;
            case Desk desk -> other instanceof Desk than && desk.name().compareTo(than.name()) < 0;
        };
    }

    @Override
    int placeOf(Timed thing) {
        return thing.duePlace;
    }

    @Override
    void moved(Timed thing, int place) {
        thing.duePlace = place;
    }
}
