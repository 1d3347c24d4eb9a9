package io.switchboard.routing.board;

import io.switchboard.contracts.Keys;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The names under which a board is in Redis. Those of a centre begin with its prefix, which the scripts add. */
final class BoardKeys {
    static final String WORK = "work";
    static final String AGENTS = "agents";
    static final String COUNTS = "counts";

    private static final String ALL = "routing:board:2:";

    private BoardKeys() {}

    /** Returns the prefix; the centre in braces keeps its keys together in a Redis cluster. */
    static String prefix(String tenant, String centre) {
        return prefix(Keys.centre(tenant, centre));
    }

    static String prefix(String centre) {
        return ALL + "{" + centre + "}:";
    }

    /** Returns the mark that the boards of a partition of {@code routing.events} are kept; who finds none repairs them. */
    static String kept(int partition) {
        return ALL + "kept:" + partition;
    }

    static String waiting(String queue) {
        return "waiting:" + queue;
    }

    static String minute(Instant minute) {
        return "minute:" + minute.truncatedTo(ChronoUnit.MINUTES).getEpochSecond() / 60;
    }

    static String day(LocalDate day) {
        return "day:" + day;
    }
}
