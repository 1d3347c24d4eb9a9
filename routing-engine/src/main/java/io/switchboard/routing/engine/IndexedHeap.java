package io.switchboard.routing.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A heap whose items know their places, so that any of them can be taken out or moved. Four children to a node: half the
 * levels of two, and children lie beside each other in memory.
 */
abstract class IndexedHeap<T> {
    private static final int CHILDREN = 4;
    private static final int NOWHERE = -1;

    private @Nullable Object[] items = new @Nullable Object[CHILDREN];
    private int size;

    /** Returns whether {@code one} comes before {@code other}; of two different items exactly one does. */
    abstract boolean before(T one, T other);

    abstract int placeOf(T item);

    abstract void moved(T item, int place);

    final int size() {
        return size;
    }

    final @Nullable T first() {
        return size == 0 ? null : at(0);
    }

    final boolean contains(T item) {
        return placeOf(item) != NOWHERE;
    }

    final void add(T item) {
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        up(item, size++);
    }

    final void remove(T item) {
        int place = placeOf(item);
        moved(item, NOWHERE);
        T last = at(--size);
        items[size] = null;
        if (place != size) {
            settle(last, place);
        }
    }

    /** Brings an item whose order has changed to its place. */
    final void settle(T item) {
        settle(item, placeOf(item));
    }

    /** Returns the first of those that are wanted, without looking at what comes after one of them. */
    final @Nullable T firstOf(Predicate<T> wanted) {
        return firstOf(wanted, 0, null);
    }

    private @Nullable T firstOf(Predicate<T> wanted, int place, @Nullable T best) {
        if (place >= size || (best != null && before(best, at(place)))) {
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

    private void settle(T item, int place) {
        if (place > 0 && before(item, at((place - 1) / CHILDREN))) {
            up(item, place);
        } else {
            down(item, place);
        }
    }

    private void up(T item, int from) {
        int place = from;
        while (place > 0) {
            int parent = (place - 1) / CHILDREN;
            if (!before(item, at(parent))) {
                break;
            }
            put(at(parent), place);
            place = parent;
        }
        put(item, place);
    }

    private void down(T item, int from) {
        int place = from;
        for (int first = place * CHILDREN + 1; first < size; first = place * CHILDREN + 1) {
            int least = leastOf(first, Math.min(first + CHILDREN, size));
            if (!before(at(least), item)) {
                break;
            }
            put(at(least), place);
            place = least;
        }
        put(item, place);
    }

    private int leastOf(int from, int to) {
        int least = from;
        for (int place = from + 1; place < to; place++) {
            least = before(at(place), at(least)) ? place : least;
        }
        return least;
    }

    private void put(T item, int place) {
        items[place] = item;
        moved(item, place);
    }

    @SuppressWarnings({"unchecked", "NullAway"}) // only items below size are asked for, and only T are put
    private T at(int place) {
        return (T) items[place];
    }
}
