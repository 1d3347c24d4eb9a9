package io.switchboard.simulation.bench;

import io.switchboard.simulation.report.Charts;
import io.switchboard.simulation.report.Gate;
import io.switchboard.simulation.report.Report;
import io.switchboard.simulation.report.Section;
import io.switchboard.simulation.report.Text;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.CategoryChart;

/** How quick the engine is, and how quick its peer. */
public final class SpeedSection {
    private final List<Measured> engine = new ArrayList<>();
    private final List<Measured> peer = new ArrayList<>();

    /** Returns the section, and draws its figure; takes a quarter of an hour. */
    public Section section(Report report) {
        for (Vectors vectors : Vectors.values()) {
            for (Size size : Size.values()) {
                engine.add(Measured.of("engine", size, vectors));
            }
        }
        for (Size size : Size.values()) {
            peer.add(Measured.of("peer", size, Vectors.TEAMS));
        }
        Charts.write(chart(), report.figures(), "speed");
        return new Section(
                "speed",
                "How quick it is",
                intro() + table() + peers() + report.show("speed", "Commands of a CPU second"),
                gates());
    }

    private static String intro() {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        return """
                JMH, one thread, serial collector, compact object headers, huge pages. A full centre in a steady state: as many wait as the size says, each work \
                takes about four commands (it arrives, is accepted, completed; 12 % of commands raise a priority, 4 % cancel, \
                6 % change a presence; one offer in twenty is declined), each with the timers of its service level and one step \
                of relaxation. The traffic itself is counted with the engine. CPU time is that of the thread; what the \
                collector and the compiler take besides is in the column after. One command in 16 is timed by the wall clock, \
                so what else the machine does is in the percentiles, which are means over the iterations: no command takes more \
                CPU time than that. This run found a load average of LOAD on CORES cores. \
                An agent has five to ten skills of levels 1 to 5, drawn evenly: *teams* of twenty share a vector, *alone* means \
                that each is drawn by itself. A profile asks for one to three skills of somebody who is there.

                """.replace("LOAD", Text.number(machine.getSystemLoadAverage(), 1))
                .replace("CORES", Integer.toString(machine.getAvailableProcessors()));
    }

    private String table() {
        return Text.table(
                List.of(
                        "agents / skills / profiles / waiting",
                        "vectors",
                        "M commands of a CPU s",
                        "with GC and JIT",
                        "p50 / p99 / p99.9, µs",
                        "B a command",
                        "B a waiting item",
                        "commands an assignment"),
                engine.stream().map(SpeedSection::row).toList());
    }

    private static List<String> row(Measured measured) {
        return List.of(
                measured.name(),
                Text.number(measured.vectors().count(measured.size().agents), 0),
                Text.of(measured.get(Meter.PER_CPU_SECOND, 1e-6), 3),
                Text.of(measured.get(Meter.PER_PROCESS_SECOND, 1e-6), 3),
                percentiles(measured, List.of(Meter.P50, Meter.P99, Meter.P999)),
                Text.of(measured.get(Meter.BYTES, 1), 0),
                Text.number(measured.get(Meter.BYTES_WAITING, 1).mean(), 0),
                Text.number(measured.get(Meter.PER_WORK, 1).mean(), 2));
    }

    private static String percentiles(Measured measured, List<String> readings) {
        return String.join(
                " / ",
                readings.stream()
                        .map(reading -> Text.of(measured.get(reading, 1), 2))
                        .toList());
    }

    private String peers() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < peer.size(); i++) {
            double ours =
                    inTeams(peer.get(i).size()).get(Meter.PER_CPU_SECOND, 1).mean();
            double theirs = peer.get(i).get(Meter.PER_CPU_SECOND, 1).mean();
            rows.add(List.of(
                    peer.get(i).name(),
                    Text.of(peer.get(i).get(Meter.PER_CPU_SECOND, 1), 0),
                    Text.of(peer.get(i).get(Meter.P50, 1), 1),
                    Text.of(peer.get(i).get(Meter.P99, 1), 0),
                    Text.number(ours / theirs, 0)));
        }
        return "The same traffic on an engine that looks at all that waits for each freed agent, and at all agents for each new "
                + "work, and does nothing else that costs time (no timers, no relaxation, no explanation); with 200 agents "
                + "present, which spares it the rest. In teams:\n\n"
                + Text.table(
                        List.of(
                                "size",
                                "commands of a CPU s",
                                "p50, µs",
                                "p99, µs",
                                "the engine is so many times as fast"),
                        rows);
    }

    private List<Gate> gates() {
        List<Gate> gates = new ArrayList<>();
        gates(gates, inTeams(Size.MIDDLE), 1, 5);
        Measured middle = inTeams(Size.MIDDLE);
        gates.add(Gate.atMost(
                middle.name() + ": p99.9, µs",
                middle.get(Meter.P999, 1).mean(),
                Text.of(middle.get(Meter.P999, 1), 1),
                20));
        gates(gates, inTeams(Size.LARGE), .5, 10);
        return gates;
    }

    private Measured inTeams(Size size) {
        return engine.stream()
                .filter(m -> m.size() == size && m.vectors() == Vectors.TEAMS)
                .findFirst()
                .orElseThrow();
    }

    private static void gates(List<Gate> gates, Measured measured, double millions, double p99) {
        var rate = measured.get(Meter.PER_CPU_SECOND, 1e-6);
        var slow = measured.get(Meter.P99, 1);
        gates.add(Gate.atLeast(measured.name() + ": M commands of a CPU s", rate.mean(), Text.of(rate, 3), millions));
        gates.add(Gate.atMost(measured.name() + ": p99, µs", slow.mean(), Text.of(slow, 2), p99));
    }

    private CategoryChart chart() {
        CategoryChart chart = Charts.logarithmicBars(
                "Commands of a CPU second, logarithmic", "agents / skills / profiles / waiting", "", 100);
        List<String> names = peer.stream().map(Measured::name).toList();
        chart.addSeries("engine, teams", names, rates(engine.subList(0, names.size())));
        chart.addSeries("engine, alone", names, rates(engine.subList(names.size(), engine.size())));
        chart.addSeries("scanning peer", names, rates(peer));
        return chart;
    }

    private static List<Double> rates(List<Measured> measured) {
        return measured.stream().map(m -> m.get(Meter.PER_CPU_SECOND, 1).mean()).toList();
    }
}
