package io.switchboard.profile.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Merges that can be done at once, whatever the order of all that are asked for: some who are each merged once, into the same
 * customer, who is merged into nobody, and whom nobody else asks about. Pure.
 *
 * @param stars those, by whom they are merged into
 * @param others the numbers of the other wishes, in order; of those that are one already none
 */
record Stars(List<List<Joining>> stars, List<Integer> others) {
    /**
     * A wish to merge.
     *
     * @param number which one, in their order
     * @param from who is merged, with all they are one with
     * @param into whom they are merged into
     */
    record Joining(int number, Member from, Member into) {
        boolean isDone() {
            return from.rootId().equals(into.rootId());
        }
    }

    /** Sorts wishes. */
    static Stars of(List<Joining> wishes) {
        List<Joining> open = wishes.stream().filter(wish -> !wish.isDone()).toList();
        Map<UUID, Long> leaving =
                open.stream().collect(Collectors.groupingBy(wish -> wish.from().rootId(), Collectors.counting()));
        Map<UUID, List<Joining>> joining = new LinkedHashMap<>();
        open.forEach(wish -> joining.computeIfAbsent(wish.into().rootId(), _ -> new ArrayList<>())
                .add(wish));
        List<List<Joining>> stars = joining.values().stream()
                .filter(wish -> !leaving.containsKey(wish.getFirst().into().rootId()))
                .filter(some -> some.stream()
                        .map(wish -> wish.from().rootId())
                        .allMatch(root -> leaving.getOrDefault(root, 0L) == 1 && !joining.containsKey(root)))
                .toList();
        return new Stars(stars, without(open, stars));
    }

    /** Returns only the stars of which {@code keeps} holds; the wishes of the others are done one by one. */
    Stars where(Predicate<List<Joining>> keeps) {
        List<List<Joining>> kept = stars.stream().filter(keeps).toList();
        List<Joining> all = stars.stream().flatMap(List::stream).toList();
        List<Integer> rest = new ArrayList<>(others);
        rest.addAll(without(all, kept));
        return new Stars(kept, rest.stream().sorted().toList());
    }

    private static List<Integer> without(List<Joining> wishes, Collection<List<Joining>> stars) {
        Set<Integer> inStars = new HashSet<>();
        stars.forEach(star -> star.forEach(wish -> inStars.add(wish.number())));
        return wishes.stream()
                .map(Joining::number)
                .filter(number -> !inStars.contains(number))
                .toList();
    }
}
