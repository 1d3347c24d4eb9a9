package io.switchboard.simulation.dispatch;

import io.switchboard.routing.engine.Command;
import io.switchboard.routing.engine.Event;
import io.switchboard.routing.engine.Policy;
import io.switchboard.routing.engine.Presence;
import io.switchboard.simulation.centre.Customer;
import io.switchboard.simulation.centre.Dispatcher;
import io.switchboard.simulation.centre.Floor;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The routing engine decides: what people do becomes commands, events become what they are told. */
public final class EngineDispatcher implements Dispatcher {
    /** An answer may come too late and a shift may begin twice; anything else that is refused is a fault of ours. */
    private static final Set<String> NORMAL = Set.of("unknown-offer", "presence-unchanged");

    private final Router router;
    private final Policy policy;
    private final boolean allAvailable;
    private final Consumer<? super Command> told;
    private final Map<String, Integer> agents = new HashMap<>();
    private final Queue<Command> commands = new ArrayDeque<>();
    private final Consumer<Event> follower = this::follow;
    private boolean telling;
    private @Nullable Floor floor;

    /**
     * @param allAvailable whether every agent is there from the beginning
     * @param told is told each command before it is carried out
     */
    public EngineDispatcher(Router router, Policy policy, boolean allAvailable, Consumer<? super Command> told) {
        this.router = router;
        this.policy = policy;
        this.allAvailable = allAvailable;
        this.told = told;
        policy.agents().forEach(agent -> agents.put(agent.name(), agents.size()));
    }

    /** All agents are there from the beginning, and nobody listens. */
    public EngineDispatcher(Router router, Policy policy) {
        this(router, policy, true, command -> {});
    }

    @Override
    public void open(long at, Floor floor) {
        this.floor = floor;
        tell(new Command.Apply(at, policy));
        for (int agent = 0; allAvailable && agent < policy.agents().size(); agent++) {
            presence(at, agent, Presence.AVAILABLE);
        }
    }

    @Override
    public void arrive(long at, Customer customer) {
        tell(new Command.Arrive(
                at,
                Works.of(customer.number()),
                customer.channel(),
                customer.topic(),
                customer.language(),
                customer.priority(),
                customer.emergency(),
                at,
                customer.lastAgent()));
    }

    @Override
    public void leave(long at, Customer customer) {
        tell(new Command.Cancel(at, Works.of(customer.number()), "customer-left"));
    }

    @Override
    public void answer(long at, int agent, long offer, boolean accept) {
        String name = name(agent);
        tell(accept ? new Command.Accept(at, name, offer) : new Command.Decline(at, name, offer, null));
    }

    @Override
    public void finish(long at, int agent, Customer customer) {
        tell(new Command.Complete(at, name(agent), Works.of(customer.number())));
    }

    @Override
    public void presence(long at, int agent, Presence presence) {
        tell(new Command.SetPresence(at, name(agent), presence, null));
    }

    @Override
    public void elapse(long at) {
        tell(new Command.Tick(at));
    }

    @Override
    public long nextDue() {
        return router.nextDue();
    }

    private int agent(String name) {
        Integer agent = agents.get(name);
        if (agent == null) {
            throw new IllegalStateException("No agent " + name);
        }
        return agent;
    }

    private String name(int agent) {
        return policy.agents().get(agent).name();
    }

    // What an event makes people do at once has to wait until the command is over.
    private void tell(Command command) {
        commands.add(command);
        if (telling) {
            return;
        }
        telling = true;
        for (Command next = commands.poll(); next != null; next = commands.poll()) {
            told.accept(next);
            router.handle(next, follower);
        }
        telling = false;
    }

    private void follow(Event event) {
        Floor people = floor;
        if (people == null) {
            throw new IllegalStateException("The centre is not open");
        }
        switch (event) {
            case Event.Offered e -> people.offer(e.at(), Works.customer(e.work()), agent(e.agent()), e.sequence());
            case Event.Accepted e -> people.take(e.at(), Works.customer(e.work()), agent(e.agent()));
            case Event.Assigned e -> people.take(e.at(), Works.customer(e.work()), agent(e.agent()));
            case Event.Completed e -> {
                if (e.wrapUpUntil() == 0) {
                    people.free(e.at(), agent(e.agent()));
                }
            }
            case Event.WrapUpEnded e -> people.free(e.at(), agent(e.agent()));
            case Event.Released e -> people.giveBack(e.at(), Works.customer(e.work()), agent(e.agent()));
            case Event.Overflowed e -> people.sendAway(e.at(), Works.customer(e.work()));
            case Event.PresenceChanged e -> people.presence(e.at(), agent(e.agent()), e.presence());
            case Event.Queued e -> {
                if (e.expectation() != null) {
                    people.expect(Works.customer(e.work()), e.expectation(), e.waiting());
                }
            }
            case Event.Refused e -> {
                if (!NORMAL.contains(e.reason())) {
                    throw new IllegalStateException("Refused, " + e.reason() + ": " + e.command());
                }
            }
            case Event.Deferred _,
                    Event.Declined _,
                    Event.Expired _,
                    Event.Withdrawn _,
                    Event.Transferred _,
                    Event.Cancelled _,
                    Event.Relaxed _,
                    Event.Warned _,
                    Event.Breached _,
                    Event.Escalated _,
                    Event.Raised _,
                    Event.Applied _ -> {}
        }
    }
}
