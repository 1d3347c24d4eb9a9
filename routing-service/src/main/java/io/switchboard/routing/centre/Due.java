package io.switchboard.routing.centre;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A moment at which something may have to be done. Whether it has to is decided then, by what is so then: a moment that
 * has become pointless is harmless.
 */
sealed interface Due {
    Comparator<Due> EARLIEST_FIRST = Comparator.comparing(Due::at)
            .thenComparing(due -> due instanceof Work)
            .thenComparing(Due::subject);

    Instant at();

    /** Orders what is due at the same moment, alike in every run. */
    String subject();

    /** An offer may expire, or an exclusion end. */
    record Work(Instant at, UUID workItemId) implements Due {
        @Override
        public String subject() {
            return workItemId.toString();
        }
    }

    /** An agent may have been gone for too long. */
    record Absence(Instant at, String agent) implements Due {
        @Override
        public String subject() {
            return agent;
        }
    }
}
