package io.switchboard.simulation;

import io.switchboard.simulation.bench.SpeedSection;
import io.switchboard.simulation.replay.Recording;
import io.switchboard.simulation.replay.ReplaySection;
import io.switchboard.simulation.replay.WhatIfSection;
import io.switchboard.simulation.report.Report;
import io.switchboard.simulation.report.Section;
import io.switchboard.simulation.study.CrossTrainingStudy;
import io.switchboard.simulation.study.Effort;
import io.switchboard.simulation.study.ExpectationStudy;
import io.switchboard.simulation.study.OracleStudy;
import io.switchboard.simulation.study.PolicyStudy;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The command line; {@code deploy/simulation/run} says how to use it. */
public final class Main {
    private static final PrintStream OUT = System.out;
    private static final Path DAY = Path.of("deploy/simulation/target/day.jsonl.gz");
    private static final List<Path> POLICIES = List.of(
            Path.of("deploy/simulation/policies/first-come-first-served.yaml"),
            Path.of("deploy/simulation/policies/skills-at-once.yaml"));
    private static final Path REPORT = Path.of("docs/routing-report.md");
    private static final Path QUICK_REPORT = Path.of("deploy/simulation/target/routing-report.md");

    private Main() {}

    /** Runs what the first argument says. */
    public static void main(String[] arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean quick = words.remove("--quick");
        String command = words.isEmpty() ? "" : words.removeFirst();
        switch (command) {
            case "report" ->
                report(new Report(quick ? QUICK_REPORT : REPORT), quick ? Effort.QUICK : Effort.FULL, words);
            case "record" -> new ReplaySection(new Recording(path(words, 0))).record();
            case "replay" -> print(new ReplaySection(new Recording(path(words, 0))).section());
            case "what-if" ->
                print(new WhatIfSection(
                                new Recording(path(words, 0)),
                                words.stream().skip(1).map(Path::of).toList())
                        .section(new Report(QUICK_REPORT)));
            default -> throw new IllegalArgumentException("Not a command: " + command);
        }
    }

    private static Path path(List<String> words, int index) {
        if (index >= words.size()) {
            throw new IllegalArgumentException("A file is missing");
        }
        return Path.of(words.get(index));
    }

    private static void print(Section section) {
        OUT.println(section.markdown());
    }

    private static void report(Report report, Effort effort, List<String> names) {
        Map<String, Supplier<Section>> sections = new LinkedHashMap<>();
        sections.put("erlang", () -> new OracleStudy(effort).section(report));
        sections.put("cross-training", () -> new CrossTrainingStudy(effort).section(report));
        sections.put("policies", () -> new PolicyStudy(effort).section(report));
        sections.put("expectation", () -> new ExpectationStudy(effort).section(report));
        sections.put("replay", () -> new ReplaySection(day()).section());
        sections.put("what-if", () -> new WhatIfSection(day(), POLICIES).section(report));
        sections.put("speed", () -> new SpeedSection().section(report));
        sections.forEach((name, section) -> {
            if (names.isEmpty() || names.contains(name)) {
                long start = System.nanoTime();
                report.put(section.get());
                OUT.printf("%s: %d s%n", name, (System.nanoTime() - start) / 1_000_000_000);
            }
        });
    }

    private static Recording day() {
        Recording day = new Recording(DAY);
        if (!Files.exists(DAY)) {
            new ReplaySection(day).record();
        }
        return day;
    }
}
