package io.switchboard.simulation.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.switchboard.simulation.centre.Customer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class PoissonCustomersTest {
    private static final long HOUR = 3_600_000;
    private static final int MANY = 100_000;

    private static Demand.Kind kind(String topic, double share, Times patience) {
        return new Demand.Kind("voice", topic, share, Times.lognormal(300_000, 1.2), patience, 20_000);
    }

    private static List<Customer> draw(Demand demand, long seed, long end) {
        List<Customer> customers = new ArrayList<>();
        new PoissonCustomers(demand, seed, MANY, end).forEachRemaining(customers::add);
        return customers;
    }

    private static Demand demand(Times patience) {
        return new Demand(
                1, List.of(), List.of(kind("a", 1, patience), kind("b", 3, patience)), .15, new Demand.Vip(50, 5));
    }

    private static double share(List<Customer> customers, Predicate<Customer> of) {
        return (double) customers.stream().filter(of).count() / customers.size();
    }

    @Test
    void aSecondBringsAsManyAsWasSaid() {
        Customer last = draw(demand(Times.ENDLESS), 2, Long.MAX_VALUE).getLast();
        assertThat(last.at() / 1_000.0).isEqualTo(MANY, within(.015 * MANY));
    }

    @Test
    void kindsAndImportantCustomersComeInTheirShares() {
        List<Customer> customers = draw(demand(Times.ENDLESS), 1, Long.MAX_VALUE);
        assertThat(share(customers, c -> c.topic().equals("b"))).isEqualTo(.75, within(.01));
        assertThat(share(customers, c -> c.priority() == 50 && c.weight() == 5)).isEqualTo(.15, within(.01));
        assertThat(share(customers, c -> c.priority() == 0 && c.weight() == 1)).isEqualTo(.85, within(.01));
    }

    @Test
    void lognormalHandlingHasTheMeanAndVariationThatWereSaid() {
        List<Customer> customers = draw(demand(Times.ENDLESS), 1, Long.MAX_VALUE);
        double mean = customers.stream().mapToLong(Customer::handling).average().orElseThrow();
        double square = customers.stream()
                .mapToDouble(c -> (double) c.handling() * c.handling())
                .average()
                .orElseThrow();
        assertThat(mean).isEqualTo(300_000, within(5_000.0));
        assertThat(Math.sqrt(square / mean / mean - 1)).isEqualTo(1.2, within(.06));
    }

    @Test
    void anHourBringsAsManyAsItsFactorSays() {
        Demand demand = new Demand(2, List.of(.5, 1.5), List.of(kind("a", 1, Times.ENDLESS)), 0, new Demand.Vip(0, 1));
        List<Customer> customers = draw(demand, 1, 8 * HOUR);
        double odd = share(customers, c -> c.at() / HOUR % 2 == 1);
        assertThat(odd).isEqualTo(.75, within(.01));
        assertThat((double) customers.size()).isEqualTo(8 * 3_600 * 2, within(800.0));
    }

    @Test
    void whatOnePurposeDrawsDoesNotChangeTheOthers() {
        List<Customer> patient = draw(demand(Times.ENDLESS), 1, Long.MAX_VALUE);
        List<Customer> impatient = draw(demand(Times.exponential(100)), 1, Long.MAX_VALUE);
        assertThat(impatient).isNotEqualTo(patient);
        assertThat(impatient.stream().map(PoissonCustomersTest::withoutPatience))
                .containsExactlyElementsOf(patient.stream()
                        .map(PoissonCustomersTest::withoutPatience)
                        .toList());
    }

    private static List<Object> withoutPatience(Customer c) {
        return List.of(c.number(), c.at(), c.topic(), c.priority(), c.handling());
    }

    @Test
    void anotherSeedIsAnotherDay() {
        assertThat(draw(demand(Times.ENDLESS), 1, HOUR)).isNotEqualTo(draw(demand(Times.ENDLESS), 2, HOUR));
    }
}
