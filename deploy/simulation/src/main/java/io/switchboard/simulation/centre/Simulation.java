package io.switchboard.simulation.centre;

import io.switchboard.routing.engine.Expectation;
import io.switchboard.routing.engine.Presence;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A day, or a thousand, of a contact centre in virtual time. At equal times what the dispatcher has due comes first, then
 * what people in the centre do, then who arrives; so a run depends on nothing but what it is given.
 */
public final class Simulation implements Floor {
    private final Dispatcher dispatcher;
    private final Iterator<Customer> customers;
    private final Behaviour behaviour;
    private final int places;
    private final Consumer<? super Outcome> outcomes;
    private final Desks desks;
    private final PriorityQueue<Moment> agenda = new PriorityQueue<>();
    private final List<@Nullable Visit> visits = new ArrayList<>();
    private long moments;
    private int inside;

    /**
     * @param agents how many there are
     * @param shifts when they come and go; customers do not wait for the first to come
     * @param places customers who may be inside at a time; more find the line engaged
     * @param outcomes is told what became of each customer, when it is over
     */
    public Simulation(
            Dispatcher dispatcher,
            Iterator<Customer> customers,
            int agents,
            List<Shift> shifts,
            Behaviour behaviour,
            int places,
            Consumer<? super Outcome> outcomes) {
        this.dispatcher = dispatcher;
        this.customers = customers;
        this.behaviour = behaviour;
        this.places = places;
        this.outcomes = outcomes;
        this.desks = new Desks(agents);
        shifts.forEach(shift -> agenda.add(new Moment.Change(shift.at(), ++moments, shift.agent(), shift.presence())));
    }

    /** Lets all customers come and serves them to the end; gives what the agents did until the last one came. */
    public Desks run() {
        dispatcher.open(agenda.isEmpty() ? 0 : agenda.element().at(), this);
        while (customers.hasNext()) {
            Customer next = customers.next();
            liveUntil(next.at());
            desks.elapse(next.at());
            arrive(next);
        }
        desks.close();
        while (inside > 0) {
            liveUntil(nextAt());
        }
        return desks;
    }

    private long nextAt() {
        long at = Math.min(
                dispatcher.nextDue(),
                agenda.isEmpty() ? Long.MAX_VALUE : agenda.element().at());
        if (at == Long.MAX_VALUE) {
            throw new IllegalStateException(inside + " customers are inside, and nothing will happen any more");
        }
        return at;
    }

    private void liveUntil(long at) {
        while (true) {
            Moment next = agenda.peek();
            long due = dispatcher.nextDue();
            if (due <= at && (next == null || due <= next.at())) {
                dispatcher.elapse(due);
            } else if (next != null && next.at() <= at) {
                live(agenda.remove());
            } else {
                return;
            }
        }
    }

    private void arrive(Customer customer) {
        if (inside >= places) {
            visits.add(null);
            outcomes.accept(new Outcome(customer, Outcome.Fate.BLOCKED, 0, 0, null, 0));
            return;
        }
        inside++;
        visits.add(new Visit(customer));
        if (customer.patience() != Customer.ENDLESS) {
            agenda.add(new Moment.Leave(customer.at() + customer.patience(), ++moments, customer.number()));
        }
        dispatcher.arrive(customer.at(), customer);
    }

    private void live(Moment moment) {
        switch (moment) {
            case Moment.Leave leave -> {
                Visit visit = visits.get(leave.customer());
                if (visit != null && !visit.isServed()) {
                    dispatcher.leave(leave.at(), visit.customer);
                    over(visit.left(leave.at()));
                }
            }
            case Moment.Finish finish -> {
                Visit visit = visits.get(finish.customer());
                if (visit != null && visit.endsWith(finish.order())) {
                    dispatcher.finish(finish.at(), finish.agent(), visit.customer);
                    over(visit.answered(finish.at()));
                }
            }
            case Moment.Answer answer ->
                dispatcher.answer(answer.at(), answer.agent(), answer.offer(), answer.accept());
            case Moment.Change change -> dispatcher.presence(change.at(), change.agent(), change.presence());
        }
    }

    private void over(Outcome outcome) {
        inside--;
        visits.set(outcome.customer().number(), null);
        outcomes.accept(outcome);
    }

    private Visit visit(int customer) {
        Visit visit = visits.get(customer);
        if (visit == null) {
            throw new IllegalStateException("Customer " + customer + " is not inside");
        }
        return visit;
    }

    @Override
    public void expect(int customer, Expectation expectation, int waiting) {
        visit(customer).expect(expectation, waiting);
    }

    @Override
    public void offer(long at, int customer, int agent, long offer) {
        Behaviour.Answer answer = behaviour.answer(customer, visit(customer).nextOffer());
        if (answer == Behaviour.Answer.MISS) {
            return;
        }
        boolean accept = answer == Behaviour.Answer.ACCEPT;
        if (behaviour.answerAfter() == 0) {
            dispatcher.answer(at, agent, offer, accept);
        } else {
            agenda.add(new Moment.Answer(at + behaviour.answerAfter(), ++moments, agent, offer, accept));
        }
    }

    @Override
    public void take(long at, int customer, int agent) {
        Visit visit = visit(customer);
        Moment.Finish finish = new Moment.Finish(at + visit.customer.handling(), ++moments, customer, agent);
        visit.take(at, agent, finish.order());
        agenda.add(finish);
        desks.take(at, agent);
    }

    @Override
    public void giveBack(long at, int customer, int agent) {
        visit(customer).giveBack();
        desks.free(at, agent);
    }

    @Override
    public void free(long at, int agent) {
        desks.free(at, agent);
    }

    @Override
    public void sendAway(long at, int customer) {
        over(visit(customer).sentAway(at));
    }

    @Override
    public void presence(long at, int agent, Presence presence) {
        desks.presence(at, agent, presence);
        if (presence == Presence.NOT_RESPONDING) {
            agenda.add(new Moment.Change(at + behaviour.backAfter(), ++moments, agent, Presence.AVAILABLE));
        }
    }
}
