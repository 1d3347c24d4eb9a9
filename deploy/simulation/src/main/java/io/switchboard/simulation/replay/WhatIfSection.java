package io.switchboard.simulation.replay;

import io.switchboard.simulation.measure.Estimate;
import io.switchboard.simulation.measure.Measures;
import io.switchboard.simulation.report.Charts;
import io.switchboard.simulation.report.Report;
import io.switchboard.simulation.report.Section;
import io.switchboard.simulation.report.Text;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
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

    private record Measure(String name, ToDoubleFunction<ByChannel> of, int digits) {
        static Measure of(String name, ToDoubleFunction<Measures> measure, int digits) {
            return new Measure(name, m -> measure.applyAsDouble(m.all()), digits);
        }
    }

    private static final List<Measure> SECONDS = List.of(
            Measure.of("ASA, s", Measures::speedOfAnswer, 2),
            Measure.of("weighted tardiness, s", Measures::tardiness, 2),
            Measure.of("wait of 95 in 100, s", m -> m.waitQuantile(.95), 1));

    private static List<Measure> measures(ByChannel recorded) {
        List<Measure> measures = new ArrayList<>();
        measures.add(Measure.of("service level", Measures::serviceLevel, 4));
        for (String channel : recorded.channels()) {
            measures.add(
                    new Measure("service level, " + channel, m -> m.of(channel).serviceLevel(), 4));
        }
        measures.addAll(SECONDS);
        measures.add(Measure.of("abandonment", Measures::abandonment, 4));
        measures.add(Measure.of("AHT, s", Measures::handlingTime, 1));
        return measures;
    }

    /** Returns the section, and draws its figure. */
    public Section section(Report report) {
        WhatIf whatIf = new WhatIf(recording, SEEDS);
        ByChannel recorded = whatIf.recorded();
        List<WhatIf.Tried> tried = new ArrayList<>();
        tried.add(whatIf.again());
        policies.forEach(file -> tried.add(whatIf.attempt(file)));
        Charts.write(chart(recorded, tried), report.figures(), "what-if");
        String text = "The customers of one recorded day ("
                + Text.count(recorded.all().offered())
                + ") under other policies. Their arrivals, patience and handling times and the agents' shifts are taken from the "
                + "recording, the agents' answers are simulated anew; what the recording cannot say (the patience of who was "
                + "served, the needs of who was not) is drawn, " + SEEDS
                + " times, the same draws under each policy. The first two columns should agree: where they do not, the "
                + "simulation is not like the day.\n\n"
                + table(recorded, tried)
                + report.show("what-if", "Measures under each policy");
        return new Section("what-if", "What if: the same day under other policies", text, List.of());
    }

    private static String table(ByChannel recorded, List<WhatIf.Tried> tried) {
        List<String> head = new ArrayList<>(List.of("measure", "as recorded"));
        tried.forEach(t -> head.add(t.name()));
        List<List<String>> rows = new ArrayList<>();
        for (Measure measure : measures(recorded)) {
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

    private static Estimate estimate(WhatIf.Tried tried, ToDoubleFunction<ByChannel> measure) {
        return Estimate.of(tried.measures().stream().map(measure::applyAsDouble).toList());
    }

    private static CategoryChart chart(ByChannel recorded, List<WhatIf.Tried> tried) {
        CategoryChart chart = Charts.bars("The same day under other policies", "", "seconds");
        List<String> names = SECONDS.stream().map(Measure::name).toList();
        chart.addSeries(
                "as recorded",
                names,
                SECONDS.stream().map(m -> m.of().applyAsDouble(recorded)).toList(),
                Collections.nCopies(names.size(), 0.0));
        tried.forEach(t -> {
            List<Estimate> estimates =
                    SECONDS.stream().map(m -> estimate(t, m.of())).toList();
            chart.addSeries(
                    t.name(),
                    names,
                    estimates.stream().map(Estimate::mean).toList(),
                    estimates.stream().map(Estimate::half).toList());
        });
        return chart;
    }
}
