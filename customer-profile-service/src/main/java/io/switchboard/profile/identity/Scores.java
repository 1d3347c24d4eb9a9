package io.switchboard.profile.identity;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How likely two customers are one. */
final class Scores {
    /** Below it nobody is bothered. */
    static final double WORTH_A_LOOK = 0.3;

    /** Who shares a name or address with more than these is not found by it. */
    static final int TOO_MANY = 20;

    private static final double CERTAIN = 0.99;
    private static final int MOST_REASONS = 8;
    private static final double FULL_NAME = 0.5;
    private static final double FIRST_NAME = 0.2;
    private static final double LOCAL_PART = 0.45;
    private static final double SAME_DEVICE = 0.5;
    private static final Map<String, Double> NAMED = Map.of("account", 0.9, "email", 0.8, "phone", 0.8, "handle", 0.6);

    private Scores() {}

    /** Returns what the same name tells; the more others have it, the less. */
    static Reason sameName(String key, int others) {
        return new Reason("same-name", shared(key.contains(" ") ? FULL_NAME : FIRST_NAME, others), key);
    }

    /** Returns what the same local part or user name tells; the more others have it, the less. */
    static Reason similarAddress(String key, int others) {
        return new Reason("similar-address", shared(LOCAL_PART, others), key);
    }

    /** Returns what it tells that one signed in where the other did not; the more have signed in there, the less. */
    static Reason sameDevice(String device, int others) {
        return new Reason("same-device", shared(SAME_DEVICE, others), device);
    }

    /** Returns what it tells that a message names the other's address. */
    static Reason named(Mentions.Mention mention, int others, String messageId) {
        return new Reason(
                "names-" + mention.kind(),
                shared(NAMED.getOrDefault(mention.kind(), 0.0), others),
                mention.value() + " in message " + messageId);
    }

    private static double shared(double alone, int others) {
        return rounded(alone / Math.sqrt(Math.max(1, others)));
    }

    /** Returns how likely all reasons together make it: each leaves a doubt, and doubts are multiplied. */
    static double of(Collection<Reason> reasons) {
        double doubt =
                reasons.stream().mapToDouble(reason -> 1 - reason.weight()).reduce(1, (a, b) -> a * b);
        return Math.min(CERTAIN, rounded(1 - doubt));
    }

    /** Returns both lists as one; saying the same thing twice makes it no likelier. */
    static List<Reason> together(List<Reason> known, List<Reason> more) {
        var byWhat = new LinkedHashMap<String, Reason>();
        known.forEach(reason -> byWhat.put(what(reason), reason));
        more.forEach(reason -> byWhat.put(what(reason), reason));
        return byWhat.values().stream().limit(MOST_REASONS).toList();
    }

    /** The same address named in two messages is one reason. */
    private static String what(Reason reason) {
        return reason.kind() + " " + reason.evidence().split(" in message ", 2)[0];
    }

    private static double rounded(double value) {
        return Math.round(value * 1000) / 1000.0;
    }
}
