package io.switchboard.routing.engine;

import java.util.function.Consumer;

/**
 * The rules of {@code docs/routing.md}, written for nothing but to be read beside them: each question searches everything.
 * It says the same events as {@link Engine}, but for {@link Event.Queued#expectation}, which it leaves out.
 */
final class ReferenceEngine {
    private static final int MOMENTS_BEFORE_A_COMMAND = 1_000;

    private final ReferenceState state = new ReferenceState();
    private final ReferenceMoves moves = new ReferenceMoves(state);
    private final ReferenceMoments moments = new ReferenceMoments(state, moves);
    private final ReferenceCommands commands = new ReferenceCommands(state, moves);

    void handle(Command command, Consumer<? super Event> events) {
        state.events = events;
        state.now = Math.max(state.now, command.at());
        for (int done = 0; done < MOMENTS_BEFORE_A_COMMAND && nextDue() <= state.now; ) {
            long together = nextDue();
            while (done < MOMENTS_BEFORE_A_COMMAND && nextDue() == together) {
                moments.earliest().orElseThrow().does().run();
                done++;
            }
            moves.route();
        }
        String refusal = commands.carryOut(command);
        if (refusal == null) {
            moves.route();
        } else {
            state.say((sequence, at) -> new Event.Refused(sequence, at, command, refusal));
        }
    }

    long nextDue() {
        return moments.earliest().map(ReferenceMoments.Moment::at).orElse(Long.MAX_VALUE);
    }

    /** What is known, for who reads a failed test, and for properties that look inside. */
    ReferenceState state() {
        return state;
    }
}
