package io.switchboard.simulation.customers;

import io.switchboard.simulation.centre.Customer;
import java.util.random.RandomGenerator;

/** A distribution of times, in milliseconds. */
public interface Times {
    /** Draws one. */
    long next(RandomGenerator chance);

    /** Never over. */
    Times ENDLESS = chance -> Customer.ENDLESS;

    /** Memoryless, with a mean in milliseconds. */
    static Times exponential(double mean) {
        return chance -> Math.round(mean * chance.nextExponential());
    }

    /** Lognormal, as handling times are, with a mean in milliseconds and a standard deviation as a share of it. */
    static Times lognormal(double mean, double variation) {
        double sigmaSquared = Math.log1p(variation * variation);
        double mu = Math.log(mean) - sigmaSquared / 2;
        double sigma = Math.sqrt(sigmaSquared);
        return chance -> Math.round(Math.exp(mu + sigma * chance.nextGaussian()));
    }
}
