package io.switchboard.simulation.study;

import io.switchboard.simulation.customers.Demand;
import io.switchboard.simulation.customers.Times;
import io.switchboard.simulation.measure.Calibration;
import io.switchboard.simulation.measure.Estimate;
import io.switchboard.simulation.report.Charts;
import io.switchboard.simulation.report.Report;
import io.switchboard.simulation.report.Section;
import io.switchboard.simulation.report.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.XYChart;

/** Whether customers wait as long as they were told. */
public final class ExpectationStudy {
    private static final double HANDLING = 300_000;
    private static final long TARGET = 20_000;

    private final Run run = new Run();
    private final Effort effort;

    /** Runs the real engine. */
    public ExpectationStudy(Effort effort) {
        this.effort = effort;
    }

    /** A centre whose expectations are judged. */
    private record Centre(String name, int agents, int types, int skills, long msPerPriority, Demand demand) {}

    private static List<Centre> centres() {
        return List.of(
                new Centre(
                        "one queue, 50 agents at .95",
                        50,
                        1,
                        1,
                        0,
                        demand(50 * .95, 1, Times.exponential(HANDLING), Times.ENDLESS, 0)),
                new Centre(
                        "one queue, lognormal handling (cv 1.2)",
                        50,
                        1,
                        1,
                        0,
                        demand(50 * .95, 1, Times.lognormal(HANDLING, 1.2), Times.ENDLESS, 0)),
                new Centre(
                        "one queue, overloaded, customers leave",
                        50,
                        1,
                        1,
                        0,
                        demand(55, 1, Times.exponential(HANDLING), Times.exponential(HANDLING), 0)),
                new Centre(
                        "six queues, two skills, .95",
                        90,
                        6,
                        2,
                        0,
                        demand(90 * .95, 6, Times.exponential(HANDLING), Times.ENDLESS, 0)),
                new Centre(
                        "the same with 15 % important customers",
                        90, 6, 2, 6_000, demand(90 * .95, 6, Times.exponential(HANDLING), Times.ENDLESS, .15)));
    }

    private static Demand demand(double load, int types, Times handling, Times patience, double vips) {
        List<Demand.Kind> kinds = new ArrayList<>();
        for (int type = 0; type < types; type++) {
            kinds.add(new Demand.Kind(Centres.VOICE, Centres.topic(type), 1, handling, patience, TARGET));
        }
        return new Demand(1_000 * load / HANDLING, List.of(), kinds, vips, new Demand.Vip(50, 5));
    }

    private List<Calibration> judge(Centre centre) {
        var policy = Centres.policy(
                "expectation",
                Centres.queues(centre.types(), 1, 0, TARGET),
                Centres.agents(centre.agents(), centre.types(), centre.skills()),
                centre.msPerPriority());
        List<Calibration> judged = new ArrayList<>();
        for (int seed = 1; seed <= effort.seeds(); seed++) {
            Calibration calibration = new Calibration();
            int customers = half();
            Run.of(
                    run.engine(policy),
                    centre.demand(),
                    seed,
                    customers,
                    centre.agents(),
                    Integer.MAX_VALUE,
                    outcome -> {
                        if (outcome.customer().number() >= effort.warmUp(customers)) {
                            calibration.add(outcome);
                        }
                    });
            judged.add(calibration);
        }
        return judged;
    }

    private int half() {
        return effort.arrivals() / 2;
    }

    /** Returns the section, and draws its figure. */
    public Section section(Report report) {
        List<List<String>> rows = new ArrayList<>();
        Calibration shown = null;
        for (Centre centre : centres()) {
            List<Calibration> judged = judge(centre);
            shown = shown == null ? judged.getFirst() : shown;
            rows.add(List.of(
                    centre.name(),
                    of(judged, c -> c.told()),
                    of(judged, c -> c.all().inside()),
                    of(judged, c -> c.all().below()),
                    of(judged, c -> c.all().above()),
                    of(judged, c -> c.all().bias()),
                    of(judged, c -> c.all().meanWait())));
        }
        if (shown == null) {
            throw new IllegalStateException("No centre was judged");
        }
        Charts.write(chart(shown), report.figures(), "expectation");
        String text =
                "Who has to wait is told how long, as far as is known. Promised: four of five wait between *low* and "
                        + "*high*, one of ten less, one of ten more. " + effort.seeds() + " seeds of "
                        + Text.number(half(), 0)
                        + " customers; judged are those who waited and were taken. Who left is left out, so where customers leave the "
                        + "waits are the shorter ones. Bias is the mean typical wait less the mean wait, as a share of the latter. There "
                        + "is no gate; 80 %, 10 %, 10 % and 0 are what to compare with.\n\n"
                        + Text.table(
                                List.of("centre", "told", "inside", "below", "above", "bias", "mean wait, s"), rows)
                        + report.show("expectation", "Expected and actual waits by the number waiting");
        return new Section("expectation", "How true the expected wait is", text, List.of());
    }

    private static String of(List<Calibration> judged, ToDoubleFunction<Calibration> measure) {
        return Text.of(Estimate.of(judged.stream().map(measure::applyAsDouble).toList()), 3);
    }

    private static XYChart chart(Calibration shown) {
        XYChart chart = Charts.lines(
                "Expected and actual waits, one queue of 50 agents at .95 (seed 1)",
                "customers waiting, the one told included (from, to twice as many)",
                "seconds");
        List<Double> x =
                shown.byWaiting().keySet().stream().map(k -> (double) k).toList();
        Charts.limit(chart, "low", x, means(shown, Calibration.Group::meanLow));
        Charts.limit(chart, "high", x, means(shown, Calibration.Group::meanHigh));
        Charts.line(chart, "typical", x, means(shown, Calibration.Group::meanTypical));
        Charts.line(chart, "actual mean", x, means(shown, Calibration.Group::meanWait));
        chart.getStyler().setXAxisLogarithmic(true);
        return chart;
    }

    private static List<Double> means(Calibration shown, ToDoubleFunction<Calibration.Group> mean) {
        return shown.byWaiting().values().stream().map(mean::applyAsDouble).toList();
    }
}
