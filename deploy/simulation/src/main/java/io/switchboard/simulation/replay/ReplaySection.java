package io.switchboard.simulation.replay;

import io.switchboard.routing.engine.Engine;
import io.switchboard.simulation.dispatch.Router;
import io.switchboard.simulation.report.Gate;
import io.switchboard.simulation.report.Section;
import io.switchboard.simulation.report.Text;
import java.util.List;

/** The same commands give the same events: a recording told to two engines. */
public final class ReplaySection {
    private static final long SEED = 1;
    private static final int A_DAYS_COMMANDS = 1_000_000;

    private final Recording recording;

    /** Replays a recording. */
    public ReplaySection(Recording recording) {
        this.recording = recording;
    }

    /** Lets the invented day pass and records it. */
    public void record() {
        try (Recording.Writer writer = recording.write()) {
            SampleDay.pass(Router.of(new Engine()), SEED, SampleDay.LENGTH, writer);
        }
    }

    /** Returns the section. */
    public Section section() {
        Replay first = Replay.of(recording);
        Replay second = Replay.of(recording);
        String text = "An invented day of a big centre (2,400 agents in six shifts, six topics by voice and chat, "
                + "3 % of offers declined, 2 % missed), recorded as it passed and told twice to engines that knew nothing: "
                + Text.count(first.commands()) + " commands, " + Text.count(first.events()) + " events, "
                + Text.number(first.cpuSeconds(), 2) + " and " + Text.number(second.cpuSeconds(), 2)
                + " CPU seconds of the engine.\n\n"
                + Text.table(
                        List.of("", "first", "second"),
                        List.of(
                                List.of("SHA-256 of the events", code(first.eventHash()), code(second.eventHash())),
                                List.of(
                                        "hash of the state",
                                        code(Long.toHexString(first.stateHash())),
                                        code(Long.toHexString(second.stateHash())))));
        return new Section(
                "replay",
                "The same again",
                text,
                List.of(
                        new Gate(
                                "event and state hashes of both replays",
                                first.isSameAs(second) ? "equal" : "different",
                                "equal",
                                first.isSameAs(second)),
                        Gate.atLeast(
                                "commands replayed",
                                (double) first.commands(),
                                Text.count(first.commands()),
                                A_DAYS_COMMANDS)));
    }

    private static String code(String hash) {
        return "`" + hash.substring(0, Math.min(16, hash.length())) + "`";
    }
}
