package io.switchboard.routing.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A heap whose items know their places, so that any of them can be taken out or moved. Four children to a node: half the
 * levels of two, and children lie beside each other in memory. So do their ranks: items are visited only when two ranks are
 * equal.
 */
abstract class IndexedHeap<T> {
    private static final int CHILDREN = 4;
    private static final int NOWHERE = -1;

    private @Nullable Object[] items = new @Nullable Object[CHILDREN];
    private long[] ranks = new long[CHILDREN];
    private int size;

    /** The lower comes first. */
    abstract long rankOf(T item);

    /** Returns whether {@code one} comes before {@code other} of the same rank; of two different items exactly one does. */
    abstract boolean beforeAtSameRank(T one, T other);

    abstract int placeOf(T item);

    abstract void moved(T item, int place);

    final @Nullable T first() {
        return size == 0 ? null : at(0);
    }

    final boolean contains(T item) {
        return placeOf(item) != NOWHERE;
    }

    final void add(T item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
            ranks = Arrays.copyOf(ranks, size * 2);
        }
        up(item, rankOf(item), size++);
    }

    final void remove(T item) {
        int place = placeOf(item);
        moved(item, NOWHERE);
        T last = at(--size);
        items[size] = null;
        if (place != size) {
            settle(last, ranks[size], place);
        }
    }

    /** Brings an item whose order has changed to its place. */
    final void settle(T item) {
        settle(item, rankOf(item), placeOf(item));
    }

    /** Returns the first of those that are wanted, without looking at what comes after one of them. */
    final @Nullable T firstOf(Predicate<T> wanted) {
        return firstOf(wanted, 0, null);
    }

    private @Nullable T firstOf(Predicate<T> wanted, int place, @Nullable T best) {
        if (place >= size || (best != null && before(best, rankOf(best), place))) {
            return best;
        }
        if (wanted.test(at(place))) {
            return at(place);
        }
        @Nullable T found = best;
        for (int child = place * CHILDREN + 1; child <= place * CHILDREN + CHILDREN; child++) {
            found = firstOf(wanted, child, found);
        }
        return found;
    }

    final List<T> all() {
        List<T> all = new ArrayList<>(size);
        for (int place = 0; place < size; place++) {
            all.add(at(place));
        }
        return all;
    }

    private boolean before(T item, long rank, int place) {
        return rank != ranks[place] ? rank < ranks[place] : beforeAtSameRank(item, at(place));
    }

    private void settle(T item, long rank, int place) {
        if (place > 0 && before(item, rank, (place - 1) / CHILDREN)) {
            up(item, rank, place);
        } else {
            down(item, rank, place);
        }
    }

    private void up(T item, long rank, int from) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) / CHILDREN;
            if (!before(item, rank, parent)) {
                break;
            }
            put(at(parent), ranks[parent], place);
            place = parent;
        }
        put(item, rank, place);
    }

    private void down(T item, long rank, int from) {
        int place = from;
        for (int first = place * CHILDREN + 1; first < size; first = place * CHILDREN + 1) {
            int least = leastOf(first, Math.min(first + CHILDREN, size));
            if (before(item, rank, least)) {
                break;
            }
            put(at(least), ranks[least], place);
            place = least;
        }
        put(item, rank, place);
    }

    private int leastOf(int from, int to) {
        int least = from;
        for (int place = from + 1; place < to; place++) {
            boolean earlier =
                    ranks[place] != ranks[least] ? ranks[place] < ranks[least] : beforeAtSameRank(at(place), at(least));
            least = earlier ? place : least;
        }
        return least;
    }

    private void put(T item, long rank, int place) {
        items[place] = item;
        ranks[place] = rank;
        moved(item, place);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // only items below size are asked for, and only T are put
    private T at(int place) {
        return (T) items[place];
    }
}
