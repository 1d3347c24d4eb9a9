package io.switchboard.routing.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The channels of a policy by number, and what agents have room for. All that it does not name are one, of weight 1. */
final class Channels {
    /** As many fit into the bits of a long, one of them for all others. */
    static final int MOST = 63;

    private static final int OTHER = 0;

    private final Map<String, Integer> indexes = new HashMap<>();
    private final int[] weights;
    private final int[] limits;
    private final int[][] interrupts;

    Channels(Map<String, Policy.Channel> channels) {
        List<String> names = channels.keySet().stream().sorted().toList();
        names.forEach(name -> indexes.put(name, indexes.size() + 1));
        weights = new int[names.size() + 1];
        limits = new int[names.size() + 1];
        interrupts = new int[names.size() + 1][];
        weights[OTHER] = 1;
        interrupts[OTHER] = new int[0];
        channels.forEach((name, channel) -> {
            int index = indexOf(name);
            weights[index] = channel.weight();
            limits[index] = channel.limit();
            interrupts[index] = channel.interrupts().stream()
                    .filter(indexes::containsKey)
                    .mapToInt(this::indexOf)
                    .sorted()
                    .toArray();
        });
    }

    int count() {
        return weights.length;
    }

    int indexOf(String channel) {
        return indexes.getOrDefault(channel, OTHER);
    }

    int weight(int channel) {
        return weights[channel];
    }

    /** Returns whether one more item would fit, present or not. */
    boolean fit(Desk desk, int channel) {
        int load = desk.load;
        for (int interrupted : interrupts[channel]) {
            load -= desk.counts[interrupted] * weights[interrupted];
        }
        return load + weights[channel] <= desk.agent.capacity()
                && (limits[channel] == 0 || desk.counts[channel] < limits[channel]);
    }

    /** Returns the channels an agent could be offered work of now, as bits. */
    long room(Desk desk) {
        long room = 0;
        if (desk.presence == Presence.AVAILABLE) {
            for (int channel = 0; channel < weights.length; channel++) {
                room |= fit(desk, channel) ? 1L << channel : 0;
            }
        }
        return room;
    }
}
