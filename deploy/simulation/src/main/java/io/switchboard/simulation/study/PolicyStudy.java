package io.switchboard.simulation.study;

import io.switchboard.simulation.measure.Estimate;
import io.switchboard.simulation.measure.Measures;
import io.switchboard.simulation.oracle.ErlangC;
import io.switchboard.simulation.report.Gate;
import io.switchboard.simulation.report.Report;
import io.switchboard.simulation.report.Section;
import io.switchboard.simulation.report.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ways to route, compared on the same customers. */
public final class PolicyStudy {
    private static final double BUSY = .93;
    private static final double BUSIER = .96;

    private final Run run = new Run();
    private final Effort effort;

    /** Runs the real engine, and the baselines beside it. */
    public PolicyStudy(Effort effort) {
        this.effort = effort;
    }

    /** Returns the section, and draws its figures. */
    public Section section(Report report) {
        Map<String, WayResult> busy = results(BUSY, true);
        Map<String, WayResult> busier = results(BUSIER, false);
        PolicyCharts.write(busy, report.figures());
        Estimate twoSkills = result(busy, Ways.TWO_SKILLS).ratio(result(busy, Ways.POOLED), Measures::meanWait);
        String text = intro() + " With two skills each the mean wait at .93 is " + Text.of(twoSkills, 2)
                + " times the pooled one: the limit of 1.8 asks for the third skill, or for more load in a pool. Priority can at "
                + "most cut weighted tardiness to 1 ÷ (.15 × 5 + .85), by 37.5 %, when no important customer is late and the "
                + "lateness as such stays the same."
                + "\n\n### At an occupancy of .93\n\n" + table(busy, BUSY)
                + report.show("policies", "Mean wait by way of routing")
                + report.show("waits", "Share of customers that wait longer")
                + "### At an occupancy of .96\n\n" + table(busier, BUSIER);
        return new Section("policies", "Ways to route", text, gates(busy, busier));
    }

    private Map<String, WayResult> results(double occupancy, boolean inboxes) {
        Map<String, WayResult> results = new LinkedHashMap<>();
        for (Ways.Way way : Ways.all(run)) {
            if (inboxes || !way.baseline()) {
                results.put(way.name(), WayResult.of(way, occupancy, effort));
            }
        }
        return results;
    }

    private static ErlangC erlang(double occupancy) {
        return new ErlangC(Ways.AGENTS, Ways.AGENTS * occupancy);
    }

    private static double pooled(double occupancy) {
        return Ways.HANDLING_SECONDS * erlang(occupancy).meanWait();
    }

    private String intro() {
        return "200 agents, 12 types of customers, exponential handling of 300 s, target 20 s, 15 % important customers "
                + "(priority 50 at 6 s a point; being late with them weighs " + Text.plain(Ways.VIP_WEIGHT)
                + " times as much), nobody leaves. Agents know one type best (level 5) and two more (level 3), spread evenly; "
                + "silos and round robin use the first alone. " + effort.seeds() + " seeds of "
                + Text.number(effort.arrivals(), 0)
                + " customers, the same customers under each way, so ratios are taken seed by seed. "
                + "Round robin and fewest-open push are small dispatchers of the simulation that put each customer into one "
                + "agent's inbox at once; all others are the engine under a policy. To see what a skill is worth, one way is "
                + "tried with two skills each. Tardiness is the weighted mean of the time "
                + "over the target. Jain's index is that of the agents' occupancies.";
    }

    private static String table(Map<String, WayResult> results, double occupancy) {
        ErlangC exact = erlang(occupancy);
        List<List<String>> rows = new ArrayList<>();
        results.forEach((name, result) -> rows.add(List.of(
                name,
                Text.of(result.all(Measures::meanWait), 2),
                Text.of(result.ratio(result(results, Ways.POOLED), Measures::meanWait), 3),
                Text.of(result.all(Measures::serviceLevel), 4),
                Text.of(result.vips(Measures::meanWait), 2),
                Text.of(result.all(Measures::tardiness), 2),
                Text.of(result.jain(), 5))));
        rows.add(List.of(
                "the same, exact (Erlang-C)",
                Text.number(pooled(occupancy), 2),
                "",
                Text.number(exact.serviceLevel(Ways.TARGET / (1_000 * Ways.HANDLING_SECONDS)), 4),
                "",
                "",
                ""));
        return Text.table(
                List.of(
                        "way",
                        "mean wait, s",
                        "÷ pooled",
                        "SL, 20 s",
                        "important: mean wait, s",
                        "tardiness, s",
                        "Jain's index"),
                rows);
    }

    private static List<Gate> gates(Map<String, WayResult> busy, Map<String, WayResult> busier) {
        List<Gate> gates = new ArrayList<>();
        for (String name : List.of(Ways.AT_ONCE, Ways.PRIORITY)) {
            gates.add(waitGate(name, busy, BUSY, 1.8));
            gates.add(waitGate(name, busier, BUSIER, 1.5));
        }
        Estimate cut = result(busy, Ways.PRIORITY).ratio(result(busy, Ways.AT_ONCE), Measures::tardiness);
        Estimate saved = new Estimate(1 - cut.mean(), cut.half(), cut.standardError(), cut.samples());
        gates.add(Gate.atLeast(
                "weighted tardiness cut by priority, against first come, first served, at .93",
                saved.mean(),
                Text.of(saved, 3),
                .3));
        Estimate jain = result(busy, Ways.PRIORITY).jain();
        gates.add(Gate.atLeast(
                "Jain's index, skills at once with priority, at .93", jain.mean(), Text.of(jain, 5), .999));
        return gates;
    }

    private static Gate waitGate(String name, Map<String, WayResult> results, double occupancy, double limit) {
        Estimate ratio = result(results, name).ratio(result(results, Ways.POOLED), Measures::meanWait);
        return Gate.atMost(name + ": mean wait ÷ pooled at " + occupancy, ratio.mean(), Text.of(ratio, 3), limit);
    }

    private static WayResult result(Map<String, WayResult> results, String name) {
        WayResult result = results.get(name);
        if (result == null) {
            throw new IllegalStateException("Not tried: " + name);
        }
        return result;
    }
}
