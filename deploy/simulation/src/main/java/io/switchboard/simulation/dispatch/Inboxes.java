package io.switchboard.simulation.dispatch;

import io.switchboard.routing.engine.Presence;
import io.switchboard.simulation.centre.Customer;
import io.switchboard.simulation.centre.Dispatcher;
import io.switchboard.simulation.centre.Floor;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * A baseline that our policies cannot express: who arrives is put into one agent's inbox at once, whether the agent is
 * free or not, and stays there. Agents serve their inbox first come, first served, one at a time.
 */
abstract class Inboxes implements Dispatcher {
    private final Map<String, List<Integer>> qualified;
    private final List<Queue<Customer>> inboxes = new ArrayList<>();
    private @Nullable Floor floor;

    /** {@code qualified} names the agents for each topic. */
    Inboxes(Map<String, List<Integer>> qualified, int agents) {
        this.qualified = qualified;
        for (int agent = 0; agent < agents; agent++) {
            inboxes.add(new ArrayDeque<>());
        }
    }

    /** Chooses among agents who all know the topic. */
    abstract int choose(String topic, List<Integer> agents);

    /** Returns the customers an agent has, the one they serve included. */
    final int open(int agent) {
        return inboxes.get(agent).size();
    }

    @Override
    public final void open(long at, Floor people) {
        floor = people;
        for (int agent = 0; agent < inboxes.size(); agent++) {
            people.presence(at, agent, Presence.AVAILABLE);
        }
    }

    @Override
    public final void arrive(long at, Customer customer) {
        int agent = choose(customer.topic(), qualified.getOrDefault(customer.topic(), List.of()));
        Queue<Customer> inbox = inboxes.get(agent);
        inbox.add(customer);
        if (inbox.size() == 1) {
            people().take(at, customer.number(), agent);
        }
    }

    @Override
    public final void finish(long at, int agent, Customer customer) {
        Queue<Customer> inbox = inboxes.get(agent);
        inbox.remove();
        people().free(at, agent);
        Customer next = inbox.peek();
        if (next != null) {
            people().take(at, next.number(), agent);
        }
    }

    @Override
    public final void leave(long at, Customer customer) {
        inboxes.forEach(inbox -> inbox.remove(customer));
    }

    @Override
    public final void answer(long at, int agent, long offer, boolean accept) {
        throw new IllegalStateException("Nobody is asked here");
    }

    @Override
    public final void presence(long at, int agent, Presence presence) {
        throw new IllegalStateException("All agents are always there");
    }

    @Override
    public final void elapse(long at) {}

    @Override
    public final long nextDue() {
        return Long.MAX_VALUE;
    }

    private Floor people() {
        if (floor == null) {
            throw new IllegalStateException("The centre is not open");
        }
        return floor;
    }
}
