package io.switchboard.routing.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Agents of equal skills and capacity. */
final class AgentClass {
    final int index;
    final Map<String, Integer> skills;
    final int capacity;
    /** Agents of the policy who are of this kind. */
    int members;

    /** The profiles they fit. */
    final Bits profiles = new Bits();

    /** Those who are available and have room for something. */
    final List<Shelf> shelves = new ArrayList<>(4);

    /** How many have room for each channel. */
    final int[] withRoom;

    AgentClass(int index, Map<String, Integer> skills, int capacity, int channels) {
        this.index = index;
        this.skills = skills;
        this.capacity = capacity;
        this.withRoom = new int[channels];
    }

    int level(String skill) {
        return skills.getOrDefault(skill, 0);
    }

    Shelf shelf(long room, int load) {
        for (Shelf shelf : shelves) {
            if (shelf.room == room && shelf.load == load) {
                return shelf;
            }
        }
        var shelf = new Shelf(this, room, load);
        shelves.add(shelf);
        return shelf;
    }

    void drop(@Nullable Shelf empty) {
        shelves.remove(empty);
    }
}
