package io.switchboard.profile.identity;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be merged and unmerged. */
final class MergeRules {
    private MergeRules() {}

    /**
     * Returns why {@code one} is not merged into {@code other}; empty when it may be. Who was merged before brings all
     * they are one with, so it is roots that are merged and a circle can't come about.
     *
     * @param expected the version of {@code one} the caller knows; null when they need not know
     * @param expectedOther the same of {@code other}
     */
    static Optional<Refusal> ofMerging(
            Member one, Member other, @Nullable Integer expected, @Nullable Integer expectedOther) {
        if (one.customerId().equals(other.customerId())) {
            return Optional.of(Refusal.THEMSELVES);
        }
        if (isStale(one, expected) || isStale(other, expectedOther)) {
            return Optional.of(Refusal.STALE);
        }
        return one.rootId().equals(other.rootId()) ? Optional.of(Refusal.ALREADY_ONE) : Optional.empty();
    }

    /** Returns why {@code one} does not leave whom they were merged into; empty when they may. */
    static Optional<Refusal> ofUnmerging(Member one, @Nullable Integer expected) {
        if (isStale(one, expected)) {
            return Optional.of(Refusal.STALE);
        }
        return one.mergedInto() == null ? Optional.of(Refusal.NOT_MERGED) : Optional.empty();
    }

    private static boolean isStale(Member one, @Nullable Integer expected) {
        return expected != null && expected != one.version();
    }

    /** Returns the version both sides of a change have afterwards: greater than any that either has shown. */
    static int next(Member one, Member other) {
        return Math.max(one.version(), other.version()) + 1;
    }
}
