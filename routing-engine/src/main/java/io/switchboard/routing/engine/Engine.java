package io.switchboard.routing.engine;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One contact centre's routing. Not safe for use by several threads: a centre has a single writer. The same commands give
 * the same events.
 */
public final class Engine {
    /** So many moments are done before one command: a storm of timers is spread over the commands that come meanwhile. */
    static final int MOMENTS_AT_ONCE = 1_000;

    /** In force until the first {@link Command.Apply}: nobody is there, and work waits. */
    static final Policy NO_POLICY = new Policy(
            "none",
            Map.of(),
            List.of(),
            List.of(),
            List.copyOf(EnumSet.allOf(Rule.class)),
            30_000,
            3,
            60_000,
            600_000,
            6_000,
            3_600_000,
            20);

    private final State state = new State(NO_POLICY);
    private final Matching matching;
    private final Arrivals arrivals;
    private final AgentCommands agents;
    private final HandOvers handOvers;
    private final SettingUp settingUp;
    private final Due due;

    /** A centre without policy, agents or work. */
    public Engine() {
        var moves = new Moves(state);
        matching = new Matching(state, moves);
        arrivals = new Arrivals(state, moves);
        agents = new AgentCommands(state, moves);
        handOvers = new HandOvers(state, moves);
        settingUp = new SettingUp(state, moves, agents);
        due = new Due(state, moves, agents);
    }

    /** Carries a command out and gives what follows, in order: first what was due anyway, then what the command caused. */
    public void handle(Command command, Consumer<? super Event> events) {
        state.tellTo(events);
        state.now = Math.max(state.now, command.at());
        doWhatIsDue();
        @Nullable String refusal = carryOut(command);
        if (refusal != null) {
            state.tell(new Event.Refused(state.next(), state.now, command, refusal));
        }
        matching.run();
    }

    /** What is due at the same time is done together: of a queue that opens, the most urgent goes first. */
    private void doWhatIsDue() {
        int done = 0;
        while (done < MOMENTS_AT_ONCE && nextDue() <= state.now) {
            long moment = nextDue();
            do {
                due.doNext();
                done++;
            } while (done < MOMENTS_AT_ONCE && nextDue() == moment);
            matching.run();
        }
    }

    /** Returns a centre as it was when it gave these memories, under the policy in force then. It goes on remembering. */
    public static Engine restore(Policy policy, Collection<Memory> memories) {
        var engine = new Engine();
        engine.rememberChanges();
        Remembering.restore(engine.state, policy, memories);
        return engine;
    }

    /** Returns a centre as it was when it gave these memories, before it had a policy. */
    public static Engine restore(Collection<Memory> memories) {
        return restore(NO_POLICY, memories);
    }

    /** From now on {@link #takeChanges} says what is to be remembered. */
    public void rememberChanges() {
        state.changes.want();
    }

    /** Returns what is to be remembered anew since the last call, by name; null for what is to be forgotten. */
    public Map<String, @Nullable Memory> takeChanges() {
        return Remembering.takeChanges(state);
    }

    private @Nullable String carryOut(Command command) {
        return switch (command) {
            case Command.Arrive asked -> arrivals.arrive(asked);
            case Command.Update asked -> arrivals.update(asked);
            case Command.Cancel asked -> arrivals.cancel(asked);
            case Command.SetPresence asked -> agents.setPresence(asked);
            case Command.Accept asked -> agents.accept(asked);
            case Command.Decline asked -> agents.decline(asked);
            case Command.Complete asked -> agents.complete(asked);
            case Command.EndWrapUp asked -> agents.endWrapUp(asked);
            case Command.Release asked -> agents.release(asked);
            case Command.Postpone asked -> agents.postpone(asked);
            case Command.Pick asked -> handOvers.pick(asked);
            case Command.Assign asked -> handOvers.assign(asked);
            case Command.Transfer asked -> handOvers.transfer(asked);
            case Command.Consult asked -> handOvers.consult(asked);
            case Command.Apply asked -> {
                settingUp.apply(asked.policy());
                yield null;
            }
            case Command.Tick _ -> null;
        };
    }

    /** Returns when time alone will next have something done, or {@link Long#MAX_VALUE}; a time gone by means now. */
    public long nextDue() {
        @Nullable Timed next = state.timers.first();
        return next == null ? Timed.NEVER : next.due;
    }

    /** Returns how a work item stands, or null when there is none of that id that is not finished. */
    public @Nullable WorkView view(UUID work) {
        @Nullable Work found = state.work(work);
        return found == null ? null : Views.of(found, state);
    }

    /** Returns how much waits in each queue, now or later. */
    public Map<String, Integer> waitingByQueue() {
        return Views.waitingByQueue(state);
    }

    /** Returns a hash of all that decides on what comes; equal for engines that were told the same. */
    public long stateHash() {
        return StateHash.of(state);
    }
}
