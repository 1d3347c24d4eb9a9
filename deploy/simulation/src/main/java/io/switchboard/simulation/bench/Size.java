package io.switchboard.simulation.bench;

/** The centres that are measured. */
public enum Size {
    SMALL(1_000, 50, 100, 10_000),
    MIDDLE(10_000, 50, 1_000, 100_000),
    LARGE(50_000, 500, 5_000, 1_000_000);

    final int agents;
    final int skills;
    final int profiles;
    final int waiting;

    Size(int agents, int skills, int profiles, int waiting) {
        this.agents = agents;
        this.skills = skills;
        this.profiles = profiles;
        this.waiting = waiting;
    }
}
