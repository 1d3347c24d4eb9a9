package io.switchboard.profile.identity;

import io.switchboard.contracts.message.Message;
import io.switchboard.profile.customer.Address;
import io.switchboard.profile.customer.Saying;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is who in plain Java: no roots are kept, every question is answered by walking and counting. */
final class PlainIdentities {
    private final String tenant;
    private final Map<UUID, UUID> mergedInto = new HashMap<>();
    private final Map<UUID, Integer> versions = new LinkedHashMap<>();
    private final Map<UUID, PlainStanding> standings = new HashMap<>();
    private final Set<Set<UUID>> different = new HashSet<>();
    private final List<Message> messages = new ArrayList<>();

    PlainIdentities(String tenant) {
        this.tenant = tenant;
    }

    UUID wrote(Message message) {
        messages.add(message);
        return root(met(metAt(message)));
    }

    UUID met(UUID customer) {
        versions.putIfAbsent(customer, 1);
        standings.computeIfAbsent(customer, id -> new PlainStanding());
        return customer;
    }

    UUID metAt(Message message) {
        return Address.of(message.channel(), message.account(), message.handle())
                .customerId(tenant);
    }

    @Nullable
    Refusal state(Address address, UUID customer) {
        UUID there = met(address.customerId(tenant));
        boolean differ = family(there).stream()
                .anyMatch(one -> family(customer).stream()
                        .anyMatch(other -> different.contains(new HashSet<>(List.of(one, other)))));
        return differ ? Refusal.SAID_TO_DIFFER : merge(there, customer, version(there));
    }

    /** Returns who wrote a message, now that the writer is known to have an address. */
    UUID signed(Message message, Address address) {
        UUID writer = metAt(message);
        UUID there = address.customerId(tenant);
        if (!versions.containsKey(there)) {
            state(address, writer);
        } else if (!root(there).equals(root(writer))) {
            state(Address.of(message.channel(), message.account(), message.handle()), there);
        }
        return root(writer);
    }

    private List<UUID> family(UUID customer) {
        return customers().stream()
                .filter(one -> root(one).equals(root(customer)))
                .toList();
    }

    void say(UUID customer, Saying saying, long now) {
        family(customer).forEach(one -> {
            if (standings.get(one).say(saying, now)) {
                versions.merge(one, 1, Integer::sum);
            }
        });
    }

    void consent(UUID customer, String channel, boolean granted, long at) {
        family(customer).forEach(one -> {
            standings.get(one).consent(channel, granted, at);
            versions.merge(one, 1, Integer::sum);
        });
    }

    void record(UUID customer, int precedence, String name, Map<String, String> fields, long at) {
        met(customer);
        standings.get(customer).record(precedence, name, fields, at);
    }

    void heldBy(UUID met, String agent, long at) {
        standings.get(met).heldBy(agent, at);
    }

    PlainStanding.Seen standing(UUID customer) {
        return PlainStanding.together(
                family(customer).stream().map(standings::get).toList());
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
        UUID parent = mergedInto.remove(one);
        different.add(Set.of(one, parent));
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
