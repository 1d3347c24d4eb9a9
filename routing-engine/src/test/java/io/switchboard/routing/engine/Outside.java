package io.switchboard.routing.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.routing.engine.Seen.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who only reads commands and events, and objects to what can't be: work that is lost or in two places, a second
 * offer of the same work, a gap in the sequence, an offer to who is away or asked not to get it.
 */
final class Outside {
    private final Map<UUID, Seen> work = new LinkedHashMap<>();
    private final Map<String, Presence> presences = new HashMap<>();
    private @Nullable Policy policy;
    private long sequence;
    private long now = Long.MIN_VALUE;
    private long before = Long.MIN_VALUE;

    private final OutsideRules rules = new OutsideRules(this);

    Collection<Seen> all() {
        return work.values();
    }

    /** The time of the command before. */
    long before() {
        return before;
    }

    long now() {
        return now;
    }

    @Nullable
    Policy policy() {
        return policy;
    }

    boolean isAvailable(String agent) {
        return presences.get(agent) == Presence.AVAILABLE;
    }

    List<Seen> of(String agent) {
        return work.values().stream().filter(item -> agent.equals(item.agent)).toList();
    }

    void sees(Command command, List<Event> events) {
        before = now;
        now = Math.max(now, command.at());
        for (Event event : events) {
            assertThat(event.sequence()).as("sequence of %s", event).isEqualTo(++sequence);
            assertThat(event.at()).as("time of %s", event).isEqualTo(now);
            see(event, command);
        }
        assertThat(events.stream().filter(Event.Refused.class::isInstance).count())
                .isLessThanOrEqualTo(1);
        rules.nothingWaitsForWhoCouldTakeIt();
    }

    private void see(Event event, Command command) {
        switch (event) {
            case Event.Queued queued -> queued(queued, command);
            case Event.Deferred deferred -> deferred(deferred, command);
            case Event.Offered offered -> offered(offered);
            case Event.Accepted accepted -> {
                Seen item = answered(accepted.work(), accepted.agent(), accepted.offer());
                item.place = Place.HELD;
            }
            case Event.Declined declined -> {
                Seen item = answered(declined.work(), declined.agent(), declined.offer());
                waitsWithout(item, declined.agent());
            }
            case Event.Expired expired -> {
                Seen item = answered(expired.work(), expired.agent(), expired.offer());
                waitsWithout(item, expired.agent());
            }
            case Event.Withdrawn withdrawn -> {
                Seen item = answered(withdrawn.work(), withdrawn.agent(), withdrawn.offer());
                waits(item);
            }
            case Event.Assigned assigned -> {
                Seen item = in(assigned.work(), Place.WAITING, Place.DEFERRED);
                item.place = Place.HELD;
                item.agent = assigned.agent();
            }
            case Event.Released released -> {
                Seen item = heldBy(released.work(), released.agent());
                waitsWithout(item, released.agent());
            }
            case Event.Transferred transferred -> transferred(transferred);
            case Event.Completed completed -> {
                Seen item = heldBy(completed.work(), completed.agent());
                if (completed.wrapUpUntil() > 0) {
                    item.place = Place.WRAPPING_UP;
                } else {
                    work.remove(item.id);
                }
            }
            case Event.WrapUpEnded ended -> {
                assertThat(in(ended.work(), Place.WRAPPING_UP).agent).isEqualTo(ended.agent());
                work.remove(ended.work());
            }
            case Event.Cancelled cancelled -> {
                Seen item = in(cancelled.work(), Place.WAITING, Place.DEFERRED, Place.HELD);
                assertThat(cancelled.agent()).isEqualTo(item.agent);
                work.remove(cancelled.work());
            }
            case Event.Relaxed relaxed -> relaxed(relaxed);
            case Event.Overflowed overflowed -> {
                in(overflowed.work(), Place.WAITING);
                work.remove(overflowed.work());
            }
            case Event.Warned warned -> untaken(warned.work(), warned.queue());
            case Event.Breached breached -> untaken(breached.work(), breached.queue());
            case Event.Escalated escalated -> untaken(escalated.work(), escalated.queue());
            case Event.Raised raised -> {
                Seen item = in(raised.work(), Place.WAITING, Place.DEFERRED, Place.OFFERED, Place.HELD);
                assertThat(raised.priority()).isBetween(item.priority, 100);
                item.priority = raised.priority();
            }
            case Event.PresenceChanged changed -> presences.put(changed.agent(), changed.presence());
            case Event.Applied applied -> applied(applied, command);
            case Event.Refused refused -> assertThat(refused.command()).isSameAs(command);
        }
    }

    private void queued(Event.Queued queued, Command command) {
        Seen item = work.computeIfAbsent(queued.work(), id -> arrived(id, command));
        assertThat(item.place).as("before %s", queued).isIn(Place.NEW, Place.WAITING, Place.DEFERRED);
        assertThat(queued.consultOf()).isEqualTo(item.consultOf);
        if (item.place != Place.WAITING) {
            item.isAt(0);
            item.perhapsPreferred |= item.preferring;
        }
        item.queue = queued.queue();
        item.perhapsElsewhere = false;
        item.place = Place.WAITING;
        item.qualified.clear();
        if (!(command instanceof Command.Apply) && work.values().stream().noneMatch(other -> other.perhapsElsewhere)) {
            long waiting = work.values().stream()
                    .filter(other -> other.place == Place.WAITING && other.queue.equals(queued.queue()))
                    .count();
            assertThat((long) queued.waiting()).as("in %s", queued).isEqualTo(waiting);
        }
    }

    private Seen arrived(UUID id, Command command) {
        return switch (command) {
            case Command.Arrive arrive -> Seen.arrived(arrive, now);
            case Command.Consult consult -> Seen.asked(consult, known(consult.work()), now);
            default -> throw new AssertionError(command + " makes " + id + " appear");
        };
    }

    private void deferred(Event.Deferred deferred, Command command) {
        Seen item = work.computeIfAbsent(deferred.work(), id -> arrived(id, command));
        assertThat(item.place).as("before %s", deferred).isIn(Place.NEW, Place.WAITING, Place.HELD);
        assertThat(deferred.until()).isGreaterThan(now);
        assertThat(deferred.reason()).isIn("closed", "call-back");
        if (deferred.reason().equals("call-back")) {
            item.preferring = true;
            item.excluded.remove(item.agent);
        }
        item.perhapsElsewhere = false;
        item.queue = deferred.queue();
        item.place = Place.DEFERRED;
        item.agent = null;
    }

    private void offered(Event.Offered offered) {
        Seen item = in(offered.work(), Place.WAITING);
        rules.mayBeOffered(item, offered);
        item.place = Place.OFFERED;
        item.agent = offered.agent();
        item.offer = offered.sequence();
        item.perhapsPreferred = offered.explanation().ring() == -1;
        item.isAt(Math.max(0, offered.explanation().ring()));
    }

    private void transferred(Event.Transferred transferred) {
        Seen item = heldBy(transferred.work(), transferred.agent());
        waitsWithout(item, transferred.agent());
        item.isAt(0);
        item.perhapsPreferred = false;
        item.isSentTo(transferred.target());
    }

    private void relaxed(Event.Relaxed relaxed) {
        Seen item = in(relaxed.work(), Place.WAITING);
        if (item.knownRing) {
            assertThat(relaxed.ring()).as("ring after %d", item.ring).isIn(0, item.ring + 1);
        }
        item.isAt(relaxed.ring());
        item.perhapsPreferred = false;
    }

    private void applied(Event.Applied applied, Command command) {
        policy = ((Command.Apply) command).policy();
        assertThat(applied.version()).isEqualTo(policy.version());
        List<String> names = policy.agents().stream().map(Policy.Agent::name).toList();
        presences.keySet().retainAll(names);
        for (Seen item : work.values()) {
            item.excluded.keySet().retainAll(names);
            item.qualified.clear();
            item.knownRing = false;
            item.perhapsElsewhere |= item.place != Place.WAITING;
        }
    }

    private Seen answered(UUID id, String agent, long offer) {
        Seen item = in(id, Place.OFFERED);
        assertThat(item.agent).isEqualTo(agent);
        assertThat(item.offer).isEqualTo(offer);
        return item;
    }

    private Seen heldBy(UUID id, String agent) {
        Seen item = in(id, Place.HELD);
        assertThat(item.agent).isEqualTo(agent);
        return item;
    }

    private void waits(Seen item) {
        item.place = Place.WAITING;
        item.agent = null;
    }

    private void waitsWithout(Seen item, String agent) {
        waits(item);
        // Who is removed is forgotten, and comes back as somebody new.
        if (policy != null
                && policy.agents().stream().anyMatch(known -> known.name().equals(agent))) {
            item.excluded.merge(agent, now + policy.pause(), Math::max);
        }
    }

    private void untaken(UUID id, String queue) {
        Seen item = in(id, Place.WAITING, Place.DEFERRED, Place.OFFERED);
        assertThat(item.perhapsElsewhere || item.queue.equals(queue))
                .as("%s is in %s, not in %s", id, item.queue, queue)
                .isTrue();
    }

    private Seen in(UUID id, Place... places) {
        Seen item = known(id);
        assertThat(item.place).as("of %s", id).isIn((Object[]) places);
        return item;
    }

    private Seen known(UUID id) {
        Seen item = work.get(id);
        assertThat(item).as("work %s", id).isNotNull();
        return item;
    }

    Policy.@Nullable Queue queue(Seen item) {
        List<Policy.Queue> queues = new ArrayList<>(policy == null ? List.of() : policy.queues());
        queues.removeIf(queue -> !queue.name().equals(item.queue));
        return queues.isEmpty() ? null : queues.getFirst();
    }
}
