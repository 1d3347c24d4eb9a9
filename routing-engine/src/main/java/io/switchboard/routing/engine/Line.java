package io.switchboard.routing.engine;

/** Work that waits for the same agents, the first to be served first. Work is in one line at a time. */
final class Line extends IndexedHeap<Work> {

    @Override
    long rankOf(Work work) {
        return work.key;
    }

    @Override
    boolean beforeAtSameRank(Work one, Work other) {
        return one.number < other.number;
    }

    @Override
    int placeOf(Work work) {
        return work.linePlace;
    }

    @Override
    void moved(Work work, int place) {
        work.linePlace = place;
    }
}
