package io.switchboard.simulation.customers;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Chance, a stream for each purpose, so that what one purpose draws does not change what another gets. */
public final class Streams {
    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private Streams() {}

    /** Returns the stream of a seed for a purpose; the same each time. */
    public static RandomGenerator of(long seed, String purpose) {
        return FACTORY.create(seed * GOLDEN + purpose.hashCode());
    }
}
