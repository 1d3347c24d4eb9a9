package io.switchboard.simulation.study;

import io.switchboard.simulation.centre.Outcome;
import io.switchboard.simulation.measure.Estimate;
import io.switchboard.simulation.measure.Fairness;
import io.switchboard.simulation.measure.Measures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What a way to route did to the customers of each seed. */
final class WayResult {
    private final List<Measures> everybody = new ArrayList<>();
    private final List<Measures> important = new ArrayList<>();
    private final List<Double> jain = new ArrayList<>();
    private final List<Double> occupancy = new ArrayList<>();

    static WayResult of(Ways.Way way, double load, Effort effort) {
        WayResult result = new WayResult();
        for (int seed = 1; seed <= effort.seeds(); seed++) {
            result.add(way, load, seed, effort);
        }
        return result;
    }

    private void add(Ways.Way way, double load, int seed, Effort effort) {
        Measures all = new Measures();
        Measures vips = new Measures();
        int warmUp = effort.warmUp(effort.arrivals());
        var desks = Run.of(
                way.dispatcher().get(),
                Ways.demand(load),
                seed,
                effort.arrivals(),
                Ways.AGENTS,
                Integer.MAX_VALUE,
                (Outcome outcome) -> {
                    if (outcome.customer().number() >= warmUp) {
                        all.add(outcome);
                        if (outcome.customer().priority() > 0) {
                            vips.add(outcome);
                        }
                    }
                });
        everybody.add(all);
        important.add(vips);
        jain.add(Fairness.jain(desks));
        occupancy.add(Fairness.occupancy(desks));
    }

    Estimate all(ToDoubleFunction<Measures> measure) {
        return Estimate.of(everybody.stream().map(measure::applyAsDouble).toList());
    }

    Estimate vips(ToDoubleFunction<Measures> measure) {
        return Estimate.of(important.stream().map(measure::applyAsDouble).toList());
    }

    /** The same customers under both: seed by seed. */
    Estimate ratio(WayResult other, ToDoubleFunction<Measures> measure) {
        return Estimate.of(IntStream.range(0, everybody.size())
                .mapToObj(seed ->
                        measure.applyAsDouble(everybody.get(seed)) / measure.applyAsDouble(other.everybody.get(seed)))
                .toList());
    }

    Estimate jain() {
        return Estimate.of(jain);
    }

    Estimate occupancy() {
        return Estimate.of(occupancy);
    }

    /** The customers of the first seed. */
    Measures first() {
        return everybody.getFirst();
    }
}
