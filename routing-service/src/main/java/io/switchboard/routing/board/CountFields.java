package io.switchboard.routing.board;

import io.switchboard.routing.measures.OpenWork;
import io.switchboard.routing.measures.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** In which numbers of the board a work item is counted, so that nobody has to look at all work to know how much there is. */
final class CountFields {
    private CountFields() {}

    static String inQueue(Enum<?> placeOrAlert, String queue) {
        return "queue|" + placeOrAlert.name() + "|" + queue;
    }

    static String ofAgent(Place place, String agent) {
        return "agent|" + place.name() + "|" + agent;
    }

    /** Returns the fields; none for work that is not open. */
    static List<String> of(@Nullable OpenWork work) {
        List<String> fields = new ArrayList<>();
        if (work != null) {
            fields.add(inQueue(work.place(), work.queue()));
            if (work.agent() != null) {
                fields.add(ofAgent(work.place(), work.agent()));
            }
            if (work.alert() != null) {
                fields.add(inQueue(work.alert(), work.queue()));
            }
        }
        return fields;
    }
}
