package io.switchboard.routing.engine;

import java.util.List;

/** When time alone will next change something, and which of its moments that is. */
final class Moments {
    private Moments() {}

    /** Returns the next moment of a work item, or {@link Timed#NEVER}. */
    static long next(Work work) {
        return switch (work.place) {
            case WAITING -> Math.min(Math.min(telling(work), exclusionEnd(work)), relaxation(work));
            case OFFERED, DEFERRED -> Math.min(telling(work), work.until);
            case WRAPPING_UP -> work.until;
            case HELD -> Timed.NEVER;
        };
    }

    /** Returns when somebody who is gone loses what they hold. */
    static long next(Desk desk, Policy policy) {
        boolean holds = desk.isGone() && desk.work.stream().anyMatch(work -> work.place == Place.HELD);
        return holds ? desk.since + policy.absence() : Timed.NEVER;
    }

    /** Returns when the level of service is next to be told of. */
    static long telling(Work work) {
        long escalateAfter = work.queue.rules.escalateAfter();
        return switch (work.told) {
            case Work.NOTHING_TOLD -> work.deadline - (work.deadline - work.start) / 5;
            case Work.WARNED -> work.deadline;
            case Work.BREACHED -> escalateAfter == 0 ? Timed.NEVER : work.deadline + escalateAfter;
            default -> Timed.NEVER;
        };
    }

    /** Returns when somebody may be offered the work again. */
    static long exclusionEnd(Work work) {
        if (work.excluded == null) {
            return Timed.NEVER;
        }
        long first = Timed.NEVER;
        for (long end : work.excluded.values()) {
            first = Math.min(first, end);
        }
        return first;
    }

    /** Returns when the work is put before more agents: after the wait for the preferred one, or by the next step. */
    static long relaxation(Work work) {
        if (work.ring == Work.PREFERRED) {
            return work.preferredUntil;
        }
        List<Policy.Step> steps = work.queue.rules.relaxation();
        return work.ring < steps.size() ? work.since + steps.get(work.ring).after() : Timed.NEVER;
    }
}
