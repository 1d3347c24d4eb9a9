package io.switchboard.profile.insight;

import java.util.List;

/**
 * Contacts of a customer about one matter, from channel to channel.
 *
 * @param steps oldest first; at least one
 */
public record Journey(List<Contact> steps) {
    public Journey {
        steps = List.copyOf(steps);
    }

    /** Returns whether the first contact settled it: the organisation did its part, and the customer did not come back. */
    public boolean isResolvedAtFirstContact() {
        return steps.size() == 1 && steps.getFirst().isSettled();
    }

    /** Returns the channels it went over, in the order they came. */
    public List<String> channels() {
        return steps.stream().map(Contact::channel).distinct().toList();
    }
}
