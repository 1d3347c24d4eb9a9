package io.switchboard.simulation.replay;

import io.switchboard.simulation.measure.Estimate;
import io.switchboard.simulation.measure.Measures;
import io.switchboard.simulation.report.Charts;
import io.switchboard.simulation.report.Report;
import io.switchboard.simulation.report.Section;
import io.switchboard.simulation.report.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.CategoryChart;

/** A recorded day under several policies, side by side. */
public final class WhatIfSection {
    private static final int SEEDS = 5;

    private final Recording recording;
    private final List<Path> policies;

    /** Tries each of the policy files. */
    public WhatIfSection(Recording recording, List<Path> policies) {
        this.recording = recording;
        this.policies = List.copyOf(policies);
    }

    private record Measure(String name, ToDoubleFunction<Measures> of, int digits) {}

    private static final List<Measure> MEASURES = List.of(
            new Measure("service level", Measures::serviceLevel, 4),
            new Measure("ASA, s", Measures::speedOfAnswer, 2),
            new Measure("abandonment", Measures::abandonment, 4),
            new Measure("AHT, s", Measures::handlingTime, 1),
            new Measure("weighted tardiness, s", Measures::tardiness, 2),
            new Measure("wait of 95 in 100, s", m -> m.waitQuantile(.95), 1));

    /** Returns the section, and draws its figure. */
    public Section section(Report report) {
        WhatIf whatIf = new WhatIf(recording, SEEDS);
        Measures recorded = whatIf.recorded();
        List<WhatIf.Tried> tried = new ArrayList<>();
        tried.add(whatIf.again());
        policies.forEach(file -> tried.add(whatIf.attempt(file)));
        Charts.write(chart(tried), report.figures(), "what-if");
        String text = "The customers of one recorded day (" + Text.count(recorded.offered())
                + ") under other policies. Their arrivals, patience and handling times and the agents' shifts are taken from the "
                + "recording, the agents' answers are simulated anew; what the recording cannot say (the patience of who was "
                + "served, the needs of who was not) is drawn, " + SEEDS
                + " times, the same draws under each policy. The first two columns should agree: where they do not, the "
                + "simulation is not like the day.\n\n"
                + table(recorded, tried)
                + report.show("what-if", "Measures under each policy");
        return new Section("what-if", "What if: the same day under other policies", text, List.of());
    }

    private static String table(Measures recorded, List<WhatIf.Tried> tried) {
        List<String> head = new ArrayList<>(List.of("measure", "as recorded"));
        tried.forEach(t -> head.add(t.name()));
        List<List<String>> rows = new ArrayList<>();
        for (Measure measure : MEASURES) {
            List<String> row = new ArrayList<>(
                    List.of(measure.name(), Text.number(measure.of().applyAsDouble(recorded), measure.digits())));
            tried.forEach(t -> row.add(Text.of(estimate(t, measure.of()), measure.digits())));
            rows.add(row);
        }
        List<String> occupancy = new ArrayList<>(List.of("occupancy", ""));
        tried.forEach(t -> occupancy.add(Text.of(Estimate.of(t.occupancy()), 4)));
        rows.add(occupancy);
        return Text.table(head, rows);
    }

    private static Estimate estimate(WhatIf.Tried tried, ToDoubleFunction<Measures> measure) {
        return Estimate.of(tried.measures().stream().map(measure::applyAsDouble).toList());
    }

    private static CategoryChart chart(List<WhatIf.Tried> tried) {
        CategoryChart chart = Charts.bars("The same day under other policies", "", "seconds");
        List<Measure> shown = MEASURES.stream()
                .filter(m -> m.name().endsWith(", s") && !m.name().startsWith("AHT"))
                .toList();
        tried.forEach(t -> {
            List<Estimate> estimates =
                    shown.stream().map(m -> estimate(t, m.of())).toList();
            chart.addSeries(
                    t.name(),
                    shown.stream().map(Measure::name).toList(),
                    estimates.stream().map(Estimate::mean).toList(),
                    estimates.stream().map(Estimate::half).toList());
        });
        return chart;
    }
}
