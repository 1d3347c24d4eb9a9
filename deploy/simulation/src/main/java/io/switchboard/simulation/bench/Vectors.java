package io.switchboard.simulation.bench;

/** How the agents' skills are drawn: five to ten skills, levels 1 to 5, all equally likely. */
public enum Vectors {
    /** Twenty agents share what they know, as people who were trained together do. */
    TEAMS(20),
    /** Everybody is drawn alone: no two agents are alike. */
    ALONE(1);

    private final int teamSize;

    Vectors(int teamSize) {
        this.teamSize = teamSize;
    }

    /** Returns how many vectors are drawn for so many agents; by chance two may be equal. */
    int count(int agents) {
        return agents / teamSize;
    }
}
