package io.switchboard.profile.insight;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts of a customer are about the same matter. Pure; the function {@code contact_in_journey} of the database has
 * the same rule for many customers at once, and a test holds the two together.
 *
 * <p>A contact continues the latest earlier one, not longer ago than the window, that was about the same topic, or in the
 * same conversation, or the customer's last one and still open. Topic {@code other} is none.
 */
public final class Journeys {
    private Journeys() {}

    /** Returns the journeys of one customer, the one with the newest contact first. */
    public static List<Journey> of(Collection<Contact> contacts, Duration window) {
        Map<UUID, List<Contact>> steps = new LinkedHashMap<>();
        Map<UUID, UUID> begun = new HashMap<>();
        Map<UUID, UUID> continued = continued(contacts, window);
        for (Contact contact : inTime(contacts)) {
            UUID before = continued.get(contact.workItemId());
            UUID first = before == null ? contact.workItemId() : begun.getOrDefault(before, before);
            begun.put(contact.workItemId(), first);
            steps.computeIfAbsent(first, begins -> new ArrayList<>()).add(contact);
        }
        return steps.values().stream()
                .map(Journey::new)
                .sorted(Comparator.comparing(
                                (Journey journey) -> journey.steps().getLast(), Contact.IN_TIME)
                        .reversed())
                .toList();
    }

    /** Returns of each work item that continues another one which that is. */
    static Map<UUID, UUID> continued(Collection<Contact> contacts, Duration window) {
        Map<UUID, UUID> continued = new HashMap<>();
        Map<String, Contact> byTopic = new HashMap<>();
        Map<UUID, Contact> byConversation = new HashMap<>();
        @Nullable Contact last = null;
        for (Contact contact : inTime(contacts)) {
            Contact alike = contact.hasTopic() ? byTopic.get(contact.topic()) : null;
            Contact open = last != null && last.wasOpenAt(contact.arrivedAt()) ? last : null;
            latest(contact.arrivedAt().minus(window), alike, byConversation.get(contact.conversationId()), open)
                    .ifPresent(before -> continued.put(contact.workItemId(), before.workItemId()));
            byTopic.put(String.valueOf(contact.topic()), contact);
            byConversation.put(contact.conversationId(), contact);
            last = contact;
        }
        return continued;
    }

    private static Optional<Contact> latest(Instant notBefore, @Nullable Contact... candidates) {
        return Stream.of(candidates)
                .flatMap(Stream::ofNullable)
                .filter(candidate -> !candidate.arrivedAt().isBefore(notBefore))
                .max(Contact.IN_TIME);
    }

    private static List<Contact> inTime(Collection<Contact> contacts) {
        return contacts.stream().sorted(Contact.IN_TIME).toList();
    }
}
