package io.switchboard.simulation.replay;

import io.switchboard.simulation.centre.Outcome;
import io.switchboard.simulation.measure.Measures;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** The measures of all customers, and of those of each channel. */
final class ByChannel {
    private final Measures all = new Measures();
    private final SortedMap<String, Measures> channels = new TreeMap<>();

    void add(Outcome outcome) {
        all.add(outcome);
        channels.computeIfAbsent(outcome.customer().channel(), c -> new Measures())
                .add(outcome);
    }

    Measures all() {
        return all;
    }

    Set<String> channels() {
        return channels.keySet();
    }

    Measures of(String channel) {
        return channels.getOrDefault(channel, new Measures());
    }
}
