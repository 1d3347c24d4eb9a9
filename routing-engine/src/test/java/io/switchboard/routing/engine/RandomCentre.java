package io.switchboard.routing.engine;

import io.switchboard.routing.engine.Command.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Commands of a small centre in which mostly sensible things happen, and enough that is not: who is unknown answers, answers
 * come twice or to another's offer, the clock jumps or goes back, another policy is applied in the middle.
 */
final class RandomCentre {
    /** The clock is put forward on the Sunday of this week. */
    private static final long MONDAY = Instant.parse("2026-03-23T06:50:00Z").toEpochMilli();

    private static final int BUSY = 25;

    // Of a hundred commands; each kind ends where the next one begins.
    private static final int ARRIVALS = 26;
    private static final int ANSWERS = 56;
    private static final int HOLDERS = 78;
    private static final int PRESENCES = 90;
    private static final int POLICIES = 90;

    private final Random random;
    private final RandomPolicy policies;
    private final Outside outside;
    private long now = MONDAY;
    private long ids;
    private Policy policy;

    RandomCentre(long seed, Outside outside) {
        random = new Random(seed);
        policies = new RandomPolicy(random);
        policy = policies.next();
        this.outside = outside;
    }

    Command next(int index) {
        now = time();
        if (index == 0 && likely(.95)) {
            return new Command.Apply(now, policy);
        }
        if (index < 8 && likely(.8)) {
            return presence(Presence.AVAILABLE);
        }
        return choose();
    }

    private long time() {
        int kind = random.nextInt(1_000);
        if (kind < 5) {
            return now - random.nextInt(100_000);
        }
        if (kind < 12) {
            return now + random.nextInt(20 * 3_600_000);
        }
        if (kind < 40) {
            return now + random.nextInt(20 * 60_000);
        }
        if (kind < 200) {
            return now + 1_000L * random.nextInt(60);
        }
        return now + (kind < 600 ? 0 : random.nextInt(4_000));
    }

    /** Mostly something there is work for. */
    private Command choose() {
        int kind = random.nextInt(100);
        for (int i = 0; i < 10 && !hasSense(kind) && likely(.97); i++) {
            kind = random.nextInt(100);
        }
        return of(kind);
    }

    private boolean hasSense(int kind) {
        if (kind < ARRIVALS) {
            return outside.all().size() < BUSY;
        }
        if (kind < ANSWERS) {
            return any(work -> work.place == Seen.Place.OFFERED) != null;
        }
        if (kind < HOLDERS) {
            return any(work -> work.place == Seen.Place.HELD) != null;
        }
        return kind < PRESENCES || kind >= POLICIES || likely(.3);
    }

    private Command of(int kind) {
        if (kind < ARRIVALS) {
            return arrive();
        }
        if (kind < ANSWERS) {
            return kind % 4 == 0 ? decline() : accept();
        }
        if (kind < HOLDERS) {
            return byHolder(kind - ANSWERS);
        }
        if (kind < PRESENCES) {
            return presence(likely(.8) ? Presence.AVAILABLE : of(List.of(Presence.values())));
        }
        return switch (kind) {
            case POLICIES -> new Command.Apply(now, likely(.2) ? policy : (policy = policies.next()));
            case 91 -> new Command.EndWrapUp(now, holder(Seen.Place.WRAPPING_UP), last);
            case 92, 93 -> pick();
            case 94 -> new Command.Assign(now, agent(), anyWork(), "sam");
            case 95 -> new Command.Update(now, anyWork(), random.nextInt(130) - 10, likely(.4));
            case 96, 97, 98 -> new Command.Cancel(now, anyWork(), "gone");
            default -> new Command.Tick(now);
        };
    }

    private Command byHolder(int kind) {
        Seen own = any(work -> work.askedBy != null && work.askedBy.equals(work.agent));
        if (own != null && own.askedBy != null && likely(.3)) {
            return new Command.Release(now, own.askedBy, own.id, "mine");
        }
        String agent = holder(Seen.Place.HELD);
        return switch (kind) {
            case 0, 1 -> new Command.Release(now, agent, last, likely(.5) ? "ill" : null);
            case 2, 3, 4, 5 -> new Command.Transfer(now, agent, last, target());
            case 6, 7, 8, 9, 10 -> new Command.Consult(now, agent, last, newOrOldId(), target());
            case 11, 12 -> new Command.Postpone(now, agent, last, now + postponement());
            default -> new Command.Complete(now, agent, last);
        };
    }

    private Command arrive() {
        return new Command.Arrive(
                now,
                newOrOldId(),
                likely(.97) ? of(RandomPolicy.CHANNELS) : "pigeon",
                likely(.95) ? of(RandomPolicy.TOPICS) : "nothing",
                of(RandomPolicy.LANGUAGES),
                likely(.1) ? random.nextInt(300) - 100 : random.nextInt(101),
                likely(.15),
                now + (likely(.8) ? 0 : likely(.8) ? -random.nextInt(7_200_000) : random.nextInt(100_000)),
                likely(.4) ? agent() : null);
    }

    private Command accept() {
        Seen offered = any(work -> work.place == Seen.Place.OFFERED);
        boolean sense = offered != null && likely(.9);
        return new Command.Accept(now, sense ? agentOf(offered) : agent(), offer(offered));
    }

    private Command decline() {
        Seen offered = any(work -> work.place == Seen.Place.OFFERED);
        boolean sense = offered != null && likely(.9);
        return new Command.Decline(now, sense ? agentOf(offered) : agent(), offer(offered), likely(.5) ? "busy" : null);
    }

    private long offer(@Nullable Seen offered) {
        return offered != null && likely(.95) ? offered.offer : 1 + random.nextInt(500);
    }

    /** Now and then by who asked the question that waits. */
    private Command pick() {
        Seen question = any(work -> work.askedBy != null && work.place == Seen.Place.WAITING);
        return question != null && question.askedBy != null && likely(.3)
                ? new Command.Pick(now, question.askedBy, question.id)
                : new Command.Pick(now, agent(), work(Seen.Place.WAITING));
    }

    private Command presence(Presence presence) {
        return new Command.SetPresence(now, agent(), presence, likely(.3) ? "lunch" : null);
    }

    private Target target() {
        return switch (random.nextInt(3)) {
            case 0 -> new Target.ToAgent(agent());
            case 1 -> new Target.ToQueue(likely(.9) ? of(RandomPolicy.QUEUES) : "unsorted");
            default -> new Target.ToSkills(Map.of(of(RandomPolicy.SKILLS), 1 + random.nextInt(5)));
        };
    }

    private long postponement() {
        return likely(.1) ? 0 : random.nextInt(likely(.7) ? 60_000 : 7_200_000);
    }

    /** The work that {@link #holder} was asked about. */
    private UUID last = new UUID(0, 0);

    private String holder(Seen.Place place) {
        Seen work = any(item -> item.place == place);
        boolean sense = work != null && likely(.93);
        last = sense ? work.id : anyWork();
        return sense && likely(.95) ? agentOf(work) : agent();
    }

    private static String agentOf(Seen work) {
        return work.agent == null ? "" : work.agent;
    }

    private UUID work(Seen.Place place) {
        Seen work = any(item -> item.place == place);
        return work != null && likely(.9) ? work.id : anyWork();
    }

    private UUID anyWork() {
        Seen work = any(item -> true);
        return work != null && likely(.95) ? work.id : new UUID(0, random.nextInt(60));
    }

    private UUID newOrOldId() {
        return likely(.97) ? new UUID(0, ++ids) : anyWork();
    }

    private String agent() {
        return likely(.9) ? of(policy.agents()).name() : likely(.8) ? of(RandomPolicy.AGENTS) : "nobody";
    }

    private @Nullable Seen any(Predicate<Seen> wanted) {
        List<Seen> fitting = new ArrayList<>(outside.all());
        fitting.removeIf(wanted.negate());
        return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size()));
    }

    private <T> T of(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private boolean likely(double share) {
        return random.nextDouble() < share;
    }
}
