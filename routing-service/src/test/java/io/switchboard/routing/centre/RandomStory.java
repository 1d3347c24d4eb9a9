package io.switchboard.routing.centre;

import io.switchboard.contracts.routing.RoutingEvent;
import java.util.ArrayList;
import java.util.List;

/** What the centre acme/main tells on a random day. */
public final class RandomStory {
    private RandomStory() {}

    /** Returns the events that follow from this many inputs. */
    public static List<RoutingEvent> events(long seed, int inputs) {
        var outside = new Outside();
        var day = new RandomDay(seed, outside);
        var centre = new Centre("acme", "main");
        List<RoutingEvent> all = new ArrayList<>();
        for (int i = 0; i < inputs; i++) {
            CentrePropertiesTest.Step step = day.next();
            List<RoutingEvent> events = centre.handle(step.input(), step.at());
            outside.sees(step.input(), events);
            all.addAll(events);
        }
        return all;
    }
}
