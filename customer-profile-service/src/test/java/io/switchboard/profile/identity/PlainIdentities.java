package io.switchboard.profile.identity;

import io.switchboard.contracts.message.Message;
import io.switchboard.profile.customer.Address;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is who in plain Java: no roots are kept, every question is answered by walking and counting. */
final class PlainIdentities {
    private final String tenant;
    private final Map<UUID, UUID> mergedInto = new HashMap<>();
    private final Map<UUID, Integer> versions = new LinkedHashMap<>();
    private final List<Message> messages = new ArrayList<>();

    PlainIdentities(String tenant) {
        this.tenant = tenant;
    }

    UUID wrote(Message message) {
        messages.add(message);
        versions.putIfAbsent(metAt(message), 1);
        return root(metAt(message));
    }

    UUID metAt(Message message) {
        return Address.of(message.channel(), message.account(), message.handle())
                .customerId(tenant);
    }

    List<UUID> customers() {
        return List.copyOf(versions.keySet());
    }

    UUID root(UUID customer) {
        UUID above = mergedInto.get(customer);
        return above == null ? customer : root(above);
    }

    @Nullable
    UUID mergedInto(UUID customer) {
        return mergedInto.get(customer);
    }

    int version(UUID customer) {
        return versions.getOrDefault(root(customer), 0);
    }

    @Nullable
    Refusal merge(UUID one, UUID other, int expected) {
        if (one.equals(other)) {
            return Refusal.THEMSELVES;
        }
        if (version(one) != expected) {
            return Refusal.STALE;
        }
        if (root(one).equals(root(other))) {
            return Refusal.ALREADY_ONE;
        }
        UUID from = root(one);
        int next = Math.max(version(one), version(other)) + 1;
        mergedInto.put(from, root(other));
        versions.put(root(other), next);
        return null;
    }

    @Nullable
    Refusal unmerge(UUID one, int expected) {
        if (version(one) != expected) {
            return Refusal.STALE;
        }
        if (!mergedInto.containsKey(one)) {
            return Refusal.NOT_MERGED;
        }
        int next = version(one) + 1;
        versions.put(root(one), next);
        mergedInto.remove(one);
        versions.put(one, next);
        return null;
    }

    /** The ids of the messages of all who are one with a customer, oldest first. */
    List<UUID> story(UUID customer) {
        return messages.stream()
                .filter(message -> root(metAt(message)).equals(root(customer)))
                .sorted(Comparator.comparing(Message::receivedAt)
                        .thenComparing(message -> message.messageId().toString()))
                .map(Message::messageId)
                .toList();
    }

    List<Message> messages() {
        return List.copyOf(messages);
    }
}
