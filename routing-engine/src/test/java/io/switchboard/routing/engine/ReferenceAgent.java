package io.switchboard.routing.engine;

/** One agent, as the reference engine remembers them. What they have is found by searching all work. */
final class ReferenceAgent {
    Policy.Agent profile;
    Presence presence = Presence.OFFLINE;
    long presentSince;
    /** The sequence of the last event that changed their load or presence. */
    long freeSince;

    int missed;

    ReferenceAgent(Policy.Agent profile, long presentSince, long freeSince) {
        this.profile = profile;
        this.presentSince = presentSince;
        this.freeSince = freeSince;
    }

    String name() {
        return profile.name();
    }

    @Override
    public String toString() {
        return "%s %s since %d, free since %d, missed %d, %s"
                .formatted(name(), presence, presentSince, freeSince, missed, profile);
    }
}
