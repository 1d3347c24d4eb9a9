package io.switchboard.routing.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What work of one channel asks of an agent at one ring. Work of equal profile waits in one line. */
final class Profile {
    static final byte UNFIT = -1;

    final int index;
    final int channel;
    final List<Map<String, Integer>> alternatives;
    final Line line = new Line();

    /** The classes of agents who fit, and how good each class is at what is asked, by index; {@link #UNFIT} below. */
    final Bits classes = new Bits();

    private short[] proficiency = {};
    /** Agents who fit, there or not. */
    int qualified;

    Profile(int index, int channel, List<Map<String, Integer>> alternatives) {
        this.index = index;
        this.channel = channel;
        this.alternatives = alternatives;
    }

    /** Learns of a class of agents. */
    void consider(AgentClass kind, int weight) {
        int best = kind.capacity < weight ? UNFIT : Requirements.proficiency(alternatives, kind.skills);
        if (kind.index >= proficiency.length) {
            proficiency = Arrays.copyOf(proficiency, Math.max(kind.index + 1, proficiency.length * 2));
        }
        proficiency[kind.index] = (short) Math.min(best, Short.MAX_VALUE);
        if (best != UNFIT) {
            classes.set(kind.index);
            kind.profiles.set(index);
            qualified += kind.members;
        }
    }

    int proficiencyOf(AgentClass kind) {
        return proficiency[kind.index];
    }

    boolean fits(AgentClass kind) {
        return classes.get(kind.index);
    }
}
