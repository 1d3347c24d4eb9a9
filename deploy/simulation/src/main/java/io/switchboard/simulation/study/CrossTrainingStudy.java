package io.switchboard.simulation.study;

import io.switchboard.routing.engine.Policy;
import io.switchboard.simulation.customers.Demand;
import io.switchboard.simulation.customers.Times;
import io.switchboard.simulation.measure.Estimate;
import io.switchboard.simulation.measure.Measures;
import io.switchboard.simulation.oracle.BirthAndDeath;
import io.switchboard.simulation.report.Charts;
import io.switchboard.simulation.report.Gate;
import io.switchboard.simulation.report.Report;
import io.switchboard.simulation.report.Section;
import io.switchboard.simulation.report.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/** Two skills for each agent are almost as good as all: Wallace and Whitt's finding, on our engine. */
public final class CrossTrainingStudy {
    private static final int TYPES = 6;
    private static final int AGENTS = 90;
    private static final int PLACES = 120;
    private static final double LOAD = 84;
    private static final double HANDLING_SECONDS = 600;
    private static final double LIMIT = 1.35;

    private final Run run = new Run();
    private final Effort effort;

    /** Runs the real engine. */
    public CrossTrainingStudy(Effort effort) {
        this.effort = effort;
    }

    /** Returns the mean wait under agents of so many skills, in seconds, for each seed. */
    private List<Double> waits(int skills) {
        Policy policy = Centres.policy(
                "skills-" + skills, Centres.queues(TYPES, 1, 0, 20_000), Centres.agents(AGENTS, TYPES, skills), 0);
        Times handling = Times.exponential(1_000 * HANDLING_SECONDS);
        Demand demand = new Demand(
                LOAD / HANDLING_SECONDS,
                List.of(),
                IntStream.range(0, TYPES)
                        .mapToObj(type ->
                                new Demand.Kind(Centres.VOICE, Centres.topic(type), 1, handling, Times.ENDLESS, 20_000))
                        .toList(),
                0,
                new Demand.Vip(0, 1));
        List<Double> waits = new ArrayList<>();
        for (int seed = 1; seed <= effort.seeds(); seed++) {
            Measures measures = new Measures();
            int warmUp = effort.warmUp(effort.arrivals());
            Run.of(run.engine(policy), demand, seed, effort.arrivals(), AGENTS, PLACES, outcome -> {
                if (outcome.customer().number() >= warmUp) {
                    measures.add(outcome);
                }
            });
            waits.add(measures.meanWait());
        }
        return waits;
    }

    /** Returns the section, and draws its figure. */
    public Section section(Report report) {
        List<Double> pooled = waits(TYPES);
        List<List<String>> rows = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        List<Double> halves = new ArrayList<>();
        Estimate two = null;
        for (int skills = 1; skills <= TYPES; skills++) {
            List<Double> waits = skills == TYPES ? pooled : waits(skills);
            Estimate ratio = Estimate.of(IntStream.range(0, waits.size())
                    .mapToObj(seed -> waits.get(seed) / pooled.get(seed))
                    .toList());
            two = skills == 2 ? ratio : two;
            means.add(ratio.mean());
            halves.add(ratio.half());
            rows.add(List.of(Integer.toString(skills), Text.of(Estimate.of(waits), 2) + " s", Text.of(ratio, 3)));
        }
        double exact = HANDLING_SECONDS * new BirthAndDeath(AGENTS, LOAD, 0, PLACES).meanWait();
        Charts.write(chart(means, halves), report.figures(), "cross-training");
        String text = "Six types of customers, 90 agents, 84 Erlang, 120 places, handling of 600 s, " + effort.seeds()
                + " seeds of " + Text.number(effort.arrivals(), 0)
                + " customers; first skills spread evenly, further ones evenly over the other types. The exact mean wait when "
                + "everybody knows everything is " + Text.number(exact, 2) + " s.\n\n"
                + Text.table(List.of("skills of an agent", "mean wait", "÷ all skills"), rows)
                + report.show("cross-training", "Mean wait by the number of skills an agent has");
        if (two == null) {
            throw new IllegalStateException("Two skills were not tried");
        }
        return new Section(
                "cross-training",
                "Cross-training",
                text,
                List.of(Gate.atMost("two skills ÷ all skills", two.mean(), Text.of(two, 3), LIMIT)));
    }

    private static XYChart chart(List<Double> means, List<Double> halves) {
        XYChart chart =
                Charts.lines("A second skill is nearly all it takes", "skills of an agent", "mean wait ÷ all skills");
        List<Double> x =
                IntStream.rangeClosed(1, means.size()).mapToObj(i -> (double) i).toList();
        Charts.limit(chart, "limit for two skills", List.of(1.0, (double) TYPES), List.of(LIMIT, LIMIT));
        Charts.line(chart, "mean", x, means);
        Charts.points(chart, "by skills", x, means, halves);
        chart.getStyler().setYAxisMin(0.0);
        return chart;
    }
}
