package io.switchboard.simulation.measure;

import io.switchboard.simulation.centre.Outcome;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** One long run, cut into batches of customers in the order they came: batch means, so near to independent as the batches are long. */
public final class Batches implements Consumer<Outcome> {
    private final int warmUp;
    private final int size;
    private final List<Measures> batches;

    /** Leaves out the first {@code warmUp} customers and those after the last full batch. */
    public Batches(int customers, int warmUp, int count) {
        this.warmUp = warmUp;
        this.size = (customers - warmUp) / count;
        this.batches = IntStream.range(0, count).mapToObj(i -> new Measures()).toList();
    }

    @Override
    public void accept(Outcome outcome) {
        int batch = Math.floorDiv(outcome.customer().number() - warmUp, size);
        if (batch >= 0 && batch < batches.size()) {
            batches.get(batch).add(outcome);
        }
    }

    /** Returns the estimate of a measure. */
    public Estimate estimate(ToDoubleFunction<Measures> measure) {
        return Estimate.of(
                batches.stream().map(batch -> measure.applyAsDouble(batch)).toList());
    }
}
