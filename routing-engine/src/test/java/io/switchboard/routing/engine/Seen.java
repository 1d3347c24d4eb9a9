package io.switchboard.routing.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody who only reads commands and events knows about a work item. */
final class Seen {
    enum Place {
        NEW,
        WAITING,
        DEFERRED,
        OFFERED,
        HELD,
        WRAPPING_UP
    }

    final UUID id;
    final String channel;
    final String language;
    final @Nullable UUID consultOf;
    /** Whose question it is, or null. */
    @Nullable
    String askedBy;

    Place place = Place.NEW;
    String queue = "";

    @Nullable
    String agent;

    long offer;
    int ring;
    /** A policy may take rings away; no event says so. */
    boolean knownRing = true;
    /** Whether it may wait for one agent alone; no event says that such a wait begins. */
    boolean perhapsPreferred;
    /** Whether a deferral or an arrival may begin such a wait. */
    boolean preferring;
    /** A policy may have sorted it elsewhere while it did not wait; no event says so. */
    boolean perhapsElsewhere;

    Map<String, Integer> addedSkills = Map.of();
    int priority;
    long arrivedAt;
    /** Until when an agent is not offered it. */
    final Map<String, Long> excluded = new HashMap<>();
    /** How many were qualified by ring, under one policy and one requirement. */
    final Map<Integer, Integer> qualified = new HashMap<>();

    Seen(UUID id, String channel, String language, @Nullable UUID consultOf) {
        this.id = id;
        this.channel = channel;
        this.language = language;
        this.consultOf = consultOf;
    }

    static Seen arrived(Command.Arrive arrive, long now) {
        Seen item = new Seen(arrive.work(), arrive.channel(), arrive.language(), null);
        item.priority = Math.clamp(arrive.priority(), 0, 100);
        item.arrivedAt = Math.min(arrive.arrivedAt(), now);
        item.preferring = arrive.lastAgent() != null;
        return item;
    }

    static Seen asked(Command.Consult consult, Seen about, long now) {
        Seen item = new Seen(consult.consultation(), about.channel, about.language, about.id);
        item.priority = 100;
        item.arrivedAt = now;
        item.askedBy = consult.agent();
        item.excluded.put(consult.agent(), Long.MAX_VALUE);
        item.isSentTo(consult.target());
        return item;
    }

    void isSentTo(Command.Target target) {
        switch (target) {
            case Command.Target.ToAgent(String name) -> {
                perhapsPreferred = true;
                excluded.remove(name);
            }
            case Command.Target.ToQueue _ -> addedSkills = Map.of();
            case Command.Target.ToSkills(Map<String, Integer> skills) -> addedSkills = skills;
        }
        qualified.clear();
    }

    void isAt(int newRing) {
        ring = newRing;
        knownRing = true;
    }
}
