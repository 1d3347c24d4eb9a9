package io.switchboard.simulation.bench;

import io.switchboard.routing.engine.Command;
import io.switchboard.routing.engine.Event;
import io.switchboard.routing.engine.Policy;
import io.switchboard.routing.engine.Presence;
import io.switchboard.simulation.dispatch.Router;
import io.switchboard.simulation.dispatch.Works;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A centre that is full and stays so: as many wait as the size says, agents have what they can take, and for each work that
 * is taken there are about four commands: it arrives, is accepted and completed; of a hundred commands some 12 raise a
 * priority, 4 are from customers who leave, 6 are agents who go away and come back; one offer in twenty is declined. One
 * customer in ten has been served before. Time goes on as it would at a mean handling time of five minutes.
 */
final class Traffic {
    private static final int RECENT = 4_096;
    private static final double HANDLING_MILLIS = 300_000;
    private static final double ITEMS_OF_AN_AGENT = 2.5;
    private static final int COMMANDS_OF_A_WORK = 4;

    private final SplittableRandom chance = new SplittableRandom(4711);
    private final Router router;
    private final Policy policy;
    private final Size size;
    private final int present;
    private final double millisPerCommand;
    private final Queue<Event.Offered> offers = new ArrayDeque<>();
    private final Held held = new Held();
    private final long[] recent = new long[RECENT];
    private final Queue<Integer> away = new ArrayDeque<>();
    private final boolean[] isAway;
    private double now;
    private long arrived;
    private int waiting;
    private long accepted;
    private long refused;

    /** @param present so many agents are there; the others have not come yet */
    Traffic(Router router, Policy policy, Size size, int present) {
        this.router = router;
        this.policy = policy;
        this.size = size;
        this.present = present;
        this.isAway = new boolean[present];
        this.millisPerCommand = HANDLING_MILLIS / (size.agents * ITEMS_OF_AN_AGENT) / COMMANDS_OF_A_WORK;
        router.handle(new Command.Apply(0, policy), this::follow);
    }

    /** Lets customers come until enough wait, then agents, until they are busy. */
    void fill() {
        while (waiting < size.waiting) {
            now += (COMMANDS_OF_A_WORK - 1) * millisPerCommand;
            tell(arrive());
        }
        for (int agent = 0; agent < present; agent++) {
            tell(new Command.SetPresence(tick(), name(agent), Presence.AVAILABLE, null));
            while (!offers.isEmpty() || waiting < size.waiting) {
                tell(next());
            }
        }
    }

    void tell(Command command) {
        router.handle(command, this::follow);
    }

    /** Returns what somebody does next. */
    Command next() {
        Event.Offered offer = offers.poll();
        if (offer != null) {
            return chance.nextInt(20) == 0
                    ? new Command.Decline(tick(), offer.agent(), offer.sequence(), null)
                    : new Command.Accept(tick(), offer.agent(), offer.sequence());
        }
        int what = chance.nextInt(100);
        if (what < 12) {
            return new Command.Update(tick(), someRecent(), chance.nextInt(101), false);
        }
        if (what < 16) {
            return new Command.Cancel(tick(), someRecent(), "customer-left");
        }
        if (what < 22) {
            return presence();
        }
        if (waiting < size.waiting || held.isEmpty()) {
            return arrive();
        }
        int one = chance.nextInt(held.size());
        return new Command.Complete(tick(), held.agent(one), held.remove(one));
    }

    private Command arrive() {
        int profile = chance.nextInt(size.profiles);
        recent[(int) (++arrived % RECENT)] = arrived;
        @Nullable String lastAgent = chance.nextInt(10) == 0 ? name(chance.nextInt(size.agents)) : null;
        long at = tick();
        return new Command.Arrive(
                at,
                Works.of(arrived),
                BenchCentre.channel(profile),
                BenchCentre.topic(profile),
                "en",
                chance.nextInt(101),
                false,
                at,
                lastAgent);
    }

    private Command presence() {
        int agent = chance.nextInt(present);
        if (away.size() > present / 50 || isAway[agent]) {
            int back = away.remove();
            isAway[back] = false;
            return new Command.SetPresence(tick(), name(back), Presence.AVAILABLE, null);
        }
        away.add(agent);
        isAway[agent] = true;
        return new Command.SetPresence(tick(), name(agent), Presence.AWAY, null);
    }

    private UUID someRecent() {
        return Works.of(recent[chance.nextInt(RECENT)]);
    }

    private String name(int agent) {
        return policy.agents().get(agent).name();
    }

    private long tick() {
        now += millisPerCommand;
        return (long) now;
    }

    private void follow(Event event) {
        switch (event) {
            case Event.Queued _, Event.Withdrawn _, Event.Declined _, Event.Expired _ -> waiting++;
            case Event.Offered e -> {
                waiting--;
                offers.add(e);
            }
            case Event.Accepted e -> {
                accepted++;
                held.add(e.work(), e.agent());
            }
            case Event.Cancelled _ -> waiting--;
            case Event.Refused _ -> refused++;
            default -> {}
        }
    }

    long accepted() {
        return accepted;
    }

    int waiting() {
        return waiting;
    }

    long refused() {
        return refused;
    }
}
