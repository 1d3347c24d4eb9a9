package io.switchboard.simulation.study;

import io.switchboard.routing.engine.Policy;
import io.switchboard.simulation.measure.Batches;
import io.switchboard.simulation.measure.Estimate;
import io.switchboard.simulation.report.Charts;
import io.switchboard.simulation.report.Gate;
import io.switchboard.simulation.report.Report;
import io.switchboard.simulation.report.Section;
import io.switchboard.simulation.report.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.knowm.xchart.XYChart;

/** Where queueing theory knows the answer, the engine gives it. */
public final class OracleStudy {
    private static final long SEED = 1;

    private final Run run;
    private final Effort effort;

    /** Runs the real engine. */
    public OracleStudy(Effort effort) {
        this(new Run(), effort);
    }

    OracleStudy(Run run, Effort effort) {
        this.run = run;
        this.effort = effort;
    }

    /** A measure as simulated, beside what it is. */
    record Comparison(String centre, String measure, Estimate simulated, double exact) {}

    List<Comparison> compare(Oracles.Oracle oracle) {
        Policy policy =
                Centres.policy("oracle", Centres.queues(1, 1, 0, 20_000), Centres.agents(oracle.agents(), 1, 1), 0);
        int customers = effort.oracleArrivals();
        Batches batches = new Batches(customers, effort.warmUp(customers), effort.batches());
        Run.of(run.engine(policy), oracle.demand(), SEED, customers, oracle.agents(), oracle.places(), batches);
        return oracle.exact().stream()
                .map(e -> new Comparison(oracle.name(), e.measure(), batches.estimate(e.of()), e.value()))
                .toList();
    }

    /** Returns the section, and draws its figure. */
    public Section section(Report report) {
        List<Comparison> comparisons = new ArrayList<>();
        Oracles.all().forEach(oracle -> comparisons.addAll(compare(oracle)));
        Charts.write(chart(comparisons), report.figures(), "erlang");
        int inside = (int) comparisons.stream()
                .filter(c -> c.simulated().covers(c.exact()))
                .count();
        int checks = comparisons.size();
        int together = (int) comparisons.stream()
                .filter(c -> c.simulated().coversAmong(checks, c.exact()))
                .count();
        String text = "Eight centres of one type of customer whose measures have exact formulas, "
                + Text.number(effort.oracleArrivals(), 0) + " customers each, " + effort.batches()
                + " batches, seed " + SEED + ", handling of 300 s. "
                + inside + " of " + checks + " exact values lie inside their 95 % interval; "
                + "one in twenty may lie outside by chance, so the gate is on intervals that hold all together in 95 of 100 "
                + "cases (Bonferroni).\n\n"
                + table(comparisons)
                + report.show("erlang", "The distance of each measure from its exact value");
        return new Section(
                "erlang",
                "Exact formulas",
                text,
                List.of(Gate.atLeast(
                        "exact values inside the joint 95 % interval", together, together + " of " + checks, checks)));
    }

    private static String table(List<Comparison> comparisons) {
        return Text.table(
                List.of("centre", "measure", "exact", "simulated", "inside"),
                comparisons.stream()
                        .map(c -> List.of(
                                c.centre(),
                                c.measure(),
                                Text.number(c.exact(), 5),
                                Text.of(c.simulated(), 5),
                                c.simulated().covers(c.exact()) ? "yes" : "no"))
                        .toList());
    }

    private static XYChart chart(List<Comparison> comparisons) {
        XYChart chart = Charts.lines(
                "Simulated less exact, in halves of the 95 % interval", "comparison, as in the table", "distance");
        List<Double> x = IntStream.rangeClosed(1, comparisons.size())
                .mapToObj(i -> (double) i)
                .toList();
        List<Double> ends = List.of(0.0, comparisons.size() + 1.0);
        Charts.limit(chart, "exact", ends, List.of(0.0, 0.0));
        Charts.points(
                chart,
                "simulated",
                x,
                comparisons.stream().map(c -> c.simulated().distance(c.exact())).toList(),
                Collections.nCopies(comparisons.size(), 1.0));
        return chart;
    }
}
