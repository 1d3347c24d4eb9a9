package io.switchboard.simulation.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.routing.engine.Command;
import io.switchboard.routing.engine.Engine;
import io.switchboard.routing.engine.Presence;
import io.switchboard.simulation.dispatch.Router;
import io.switchboard.simulation.measure.Measures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the first six hours of the sample day: some thousand customers at night, with one shift of agents. */
class RecordingTest {
    private static final long SIX_HOURS = 6 * 3_600_000L;

    @TempDir
    private static Path folder;

    private static Recording night;

    @BeforeAll
    static void recordANight() {
        night = new Recording(folder.resolve("night.jsonl.gz"));
        try (Recording.Writer writer = night.write()) {
            SampleDay.pass(Router.of(new Engine()), 1, SIX_HOURS, writer);
        }
    }

    @Test
    void everyKindOfCommandIsReadAsItWasWritten() {
        UUID work = new UUID(1, 2);
        List<Command> commands = new ArrayList<>();
        night.read(command -> {
            if (command instanceof Command.Apply) {
                commands.add(command);
            }
        });
        commands.addAll(List.of(
                new Command.Arrive(1, work, "voice", "t", "de", 50, true, 0, "anna"),
                new Command.Update(2, work, 60, false),
                new Command.Cancel(3, work, "customer-left"),
                new Command.SetPresence(4, "anna", Presence.AWAY, null),
                new Command.Accept(5, "anna", 7),
                new Command.Decline(6, "anna", 8, "lunch"),
                new Command.Complete(7, "anna", work),
                new Command.EndWrapUp(8, "anna", work),
                new Command.Release(9, "anna", work, null),
                new Command.Pick(10, "anna", work),
                new Command.Assign(11, "anna", work, "sam"),
                new Command.Transfer(12, "anna", work, new Command.Target.ToSkills(Map.of("a", 1))),
                new Command.Consult(13, "anna", work, new UUID(3, 4), new Command.Target.ToAgent("ben")),
                new Command.Transfer(14, "anna", work, new Command.Target.ToQueue("q")),
                new Command.Postpone(15, "anna", work, 99),
                new Command.Tick(16)));
        assertThat(commands.stream().map(Command::getClass).distinct())
                .as("every kind is here")
                .hasSameSizeAs(Arrays.asList(Command.class.getPermittedSubclasses()).stream()
                        .filter(kind -> kind != Command.Target.class)
                        .toList());
        Recording recording = new Recording(folder.resolve("all.jsonl.gz"));
        try (Recording.Writer writer = recording.write()) {
            commands.forEach(writer);
        }
        List<Command> read = new ArrayList<>();
        recording.read(read::add);
        assertThat(read).isEqualTo(commands);
    }

    @Test
    void twoReplaysCannotBeToldApart() {
        Replay first = Replay.of(night);
        assertThat(first.commands()).isGreaterThan(30_000);
        assertThat(first.isSameAs(Replay.of(night))).isTrue();
    }

    @Test
    void aReplayWithoutOneCommandIsAnother() {
        Recording shorter = new Recording(folder.resolve("shorter.jsonl.gz"));
        List<Command> commands = new ArrayList<>();
        night.read(commands::add);
        try (Recording.Writer writer = shorter.write()) {
            commands.removeLast();
            commands.forEach(writer);
        }
        Replay without = Replay.of(shorter);
        Replay with = Replay.of(night);
        assertThat(without.isSameAs(with)).isFalse();
        assertThat(without.eventHash()).isNotEqualTo(with.eventHash());
        assertThat(without.stateHash()).isNotEqualTo(with.stateHash());
    }

    @Test
    void theRecordedPolicySimulatedIsLikeTheRecord() {
        WhatIf whatIf = new WhatIf(night, 3);
        Measures recorded = whatIf.recorded().all();
        WhatIf.Tried again = whatIf.again();
        assertThat(again.measures()).extracting(ByChannel::all).allSatisfy(measures -> {
            assertThat(measures.offered()).isEqualTo(recorded.offered());
            assertThat(measures.serviceLevel()).isBetween(recorded.serviceLevel() - .02, recorded.serviceLevel() + .02);
            assertThat(measures.handlingTime())
                    .isBetween(.98 * recorded.handlingTime(), 1.02 * recorded.handlingTime());
            assertThat(measures.abandonment()).isBetween(recorded.abandonment() - .02, recorded.abandonment() + .02);
        });
    }
}
