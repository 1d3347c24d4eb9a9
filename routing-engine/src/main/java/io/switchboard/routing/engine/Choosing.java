package io.switchboard.routing.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who of all agents gets the work. Candidates are looked at by the shelf: whoever stands on one shelf differs only in how
 * long they are free. The rules are asked in order, each among those whom the ones before liked best.
 */
final class Choosing {

    /** An agent and why it is this one. */
    record Choice(Desk desk, Explanation why) {}

    private final Layout layout;
    private final Map<String, Desk> desks;
    private final List<Rule> rules;
    private final List<Explanation.Step> steps = new ArrayList<>();

    // The candidates that are left: shelves with somebody on them, who is first there, and how many.
    private Shelf[] shelves = new Shelf[16];
    private Desk[] heads = new Desk[16];
    private int[] counts = new int[16];
    private int size;

    Choosing(Layout layout, Map<String, Desk> desks) {
        this.layout = layout;
        this.desks = desks;
        List<Rule> withIdle = new ArrayList<>(layout.policy.choosing());
        withIdle.add(Rule.IDLE);
        rules = withIdle.stream().distinct().toList();
    }

    /** Returns who gets the work now, or null when nobody can. */
    @Nullable
    Choice choose(Work work) {
        if (work.ring == Work.PREFERRED) {
            return preferred(work);
        }
        int candidates = collect(work, null);
        if (candidates == 0) {
            return null;
        }
        steps.clear();
        Desk winner = narrow(work, null, candidates);
        if (candidates == 1) {
            return new Choice(winner, explanation(work, 1, List.of(), null, null));
        }
        List<Explanation.Step> told = List.copyOf(steps);
        int others = collect(work, winner);
        Desk runnerUp = narrow(work, winner, others);
        return new Choice(winner, explanation(work, candidates, told, runnerUp, decidedBy(work, winner, runnerUp)));
    }

    private @Nullable Choice preferred(Work work) {
        @Nullable Desk desk = work.preferred;
        return desk == null || !hasRoom(desk, work) || work.excludes(desk)
                ? null
                : new Choice(
                        desk, new Explanation(layout.policy.version(), Work.PREFERRED, 1, 1, List.of(), null, null));
    }

    private static boolean hasRoom(Desk desk, Work work) {
        return (desk.room & 1L << work.channelIndex) != 0;
    }

    private Explanation explanation(
            Work work, int candidates, List<Explanation.Step> told, @Nullable Desk runnerUp, @Nullable Rule decidedBy) {
        return new Explanation(
                layout.policy.version(),
                work.ring,
                work.profile().qualified,
                candidates,
                told,
                runnerUp == null ? null : runnerUp.name(),
                decidedBy);
    }

    private int collect(Work work, @Nullable Desk without) {
        size = 0;
        int candidates = 0;
        long[] fit = work.profile().classes.words;
        long[] free = layout.pool.kindsWithRoomFor(work.channelIndex).words;
        for (int word = Math.min(fit.length, free.length) - 1; word >= 0; word--) {
            for (long bits = fit[word] & free[word]; bits != 0; bits &= bits - 1) {
                AgentClass kind = layout.kind((word << 6) + Long.numberOfTrailingZeros(bits));
                for (Shelf shelf : kind.shelves) {
                    if ((shelf.room & 1L << work.channelIndex) != 0) {
                        candidates += collect(shelf, work, without);
                    }
                }
            }
        }
        return candidates;
    }

    private int collect(Shelf shelf, Work work, @Nullable Desk without) {
        int count = shelf.size - excluded(shelf, work) - (without != null && without.shelf == shelf ? 1 : 0);
        if (count > 0) {
            if (size == shelves.length) {
                grow();
            }
            shelves[size] = shelf;
            heads[size] = head(shelf, work, without);
            counts[size] = count;
            size++;
        }
        return count;
    }

    private void grow() {
        shelves = Arrays.copyOf(shelves, size * 2);
        heads = Arrays.copyOf(heads, size * 2);
        counts = Arrays.copyOf(counts, size * 2);
    }

    private int excluded(Shelf shelf, Work work) {
        if (work.excluded == null) {
            return 0;
        }
        int excluded = 0;
        for (String agent : work.excluded.keySet()) {
            @Nullable Desk desk = desks.get(agent);
            excluded += desk != null && desk.shelf == shelf ? 1 : 0;
        }
        return excluded;
    }

    private static Desk head(Shelf shelf, Work work, @Nullable Desk without) {
        for (@Nullable Desk desk = shelf.head; desk != null; desk = desk.nextOnShelf) {
            if (desk != without && !work.excludes(desk)) {
                return desk;
            }
        }
        throw new IllegalStateException("the shelf was counted wrongly");
    }

    /** Returns the best of those collected; there are some. */
    private Desk narrow(Work work, @Nullable Desk without, int candidates) {
        int left = candidates;
        for (int i = 0; i < rules.size() && left > 1; i++) {
            Rule rule = rules.get(i);
            left = switch (rule) {
                case LAST_AGENT -> keepLastAgent(work, without, left);
                case PROFICIENCY -> keepBest(work, rule);
                case LOAD -> keepBest(work, rule);
                case IDLE -> keepLongestFree();
            };
            steps.add(new Explanation.Step(rule, left));
        }
        return heads[0];
    }

    private int keepLastAgent(Work work, @Nullable Desk without, int left) {
        @Nullable Desk last = work.lastAgent == null ? null : desks.get(work.lastAgent);
        if (last == null || last == without || work.excludes(last)) {
            return left;
        }
        for (int i = 0; i < size; i++) {
            if (shelves[i] == last.shelf) {
                keepOnly(i, last);
                return 1;
            }
        }
        return left;
    }

    private void keepOnly(int i, Desk desk) {
        shelves[0] = shelves[i];
        heads[0] = desk;
        counts[0] = 1;
        size = 1;
    }

    private int keepBest(Work work, Rule rule) {
        int kept = 0;
        int left = 0;
        for (int i = 0; i < size; i++) {
            int better = kept == 0 ? 0 : compare(work, rule, shelves[i], shelves[0]);
            if (better < 0) {
                kept = 0;
                left = 0;
            }
            if (better <= 0) {
                shelves[kept] = shelves[i];
                heads[kept] = heads[i];
                counts[kept] = counts[i];
                left += counts[kept];
                kept++;
            }
        }
        size = kept;
        return left;
    }

    /** Negative when the rule likes {@code one} better. */
    private static int compare(Work work, Rule rule, Shelf one, Shelf other) {
        return rule == Rule.PROFICIENCY
                ? work.profile().proficiencyOf(other.kind) - work.profile().proficiencyOf(one.kind)
                // Crosswise, so that no share is rounded.
                : Long.compare((long) one.load * other.kind.capacity, (long) other.load * one.kind.capacity);
    }

    private int keepLongestFree() {
        int first = 0;
        for (int i = 1; i < size; i++) {
            first = heads[i].freeBefore(heads[first]) ? i : first;
        }
        keepOnly(first, heads[first]);
        return 1;
    }

    private Rule decidedBy(Work work, Desk winner, Desk runnerUp) {
        for (Rule rule : rules) {
            boolean differ = switch (rule) {
                case LAST_AGENT ->
                    winner.name().equals(work.lastAgent) || runnerUp.name().equals(work.lastAgent);
                case PROFICIENCY, LOAD -> compare(work, rule, onShelf(winner), onShelf(runnerUp)) != 0;
                case IDLE -> true;
            };
            if (differ) {
                return rule;
            }
        }
        return Rule.IDLE;
    }

    private static Shelf onShelf(Desk candidate) {
        @Nullable Shelf shelf = candidate.shelf;
        if (shelf == null) {
            throw new IllegalStateException("no candidate: " + candidate.name());
        }
        return shelf;
    }
}
