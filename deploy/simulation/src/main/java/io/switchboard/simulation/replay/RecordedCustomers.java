package io.switchboard.simulation.replay;

import io.switchboard.simulation.centre.Customer;
import io.switchboard.simulation.customers.Streams;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * The customers of a recorded day, ready to meet another policy. When they came and what they wanted is recorded. How long
 * somebody needed who was never served is drawn from those of the same channel and topic who were; how long somebody would
 * have waited who was served in time is drawn from the {@link PatienceCurve} of the channel, given that it was longer.
 */
final class RecordedCustomers {
    private final Map<String, PatienceCurve> patience = new HashMap<>();
    private final Map<String, List<Long>> handling = new HashMap<>();
    private final RecordedDay day;

    RecordedCustomers(RecordedDay day) {
        this.day = day;
        for (Story story : day.stories()) {
            patience.computeIfAbsent(story.arrive.channel(), c -> new PatienceCurve())
                    .learn(story.waited(day.end()), story.isAbandoned());
            if (story.isAnswered()) {
                handling.computeIfAbsent(kind(story), k -> new ArrayList<>()).add(story.handled());
            }
        }
    }

    private static String kind(Story story) {
        return story.arrive.channel() + "/" + story.arrive.topic();
    }

    /** Returns them in the order they came; the same for the same seed. */
    List<Customer> draw(long seed) {
        RandomGenerator waits = Streams.of(seed, "patience");
        RandomGenerator needs = Streams.of(seed, "handling");
        List<Customer> customers = new ArrayList<>();
        for (Story story : day.stories()) {
            long waited = story.waited(day.end());
            // One draw of each for everybody, needed or not: so a customer's luck does not depend on the others'.
            long drawn = curve(story).drawLongerThan(waited, waits);
            long other = handling(story, needs);
            customers.add(story.customer(
                    customers.size(),
                    story.isAbandoned() ? waited : drawn,
                    story.isAnswered() ? story.handled() : other));
        }
        return customers;
    }

    private PatienceCurve curve(Story story) {
        PatienceCurve curve = patience.get(story.arrive.channel());
        if (curve == null) {
            throw new IllegalStateException("No customers by " + story.arrive.channel());
        }
        return curve;
    }

    private long handling(Story story, RandomGenerator chance) {
        List<Long> known = handling.getOrDefault(kind(story), List.of());
        double draw = chance.nextDouble();
        return known.isEmpty() ? 0 : known.get((int) (draw * known.size()));
    }
}
