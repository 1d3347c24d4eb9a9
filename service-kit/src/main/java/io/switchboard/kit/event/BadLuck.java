package io.switchboard.kit.event;

import java.io.IOException;
import java.sql.SQLTransientException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.errors.RetriableException;
import org.jspecify.annotations.Nullable;

/** Tells failures that pass (something did not answer) from those that a retry would meet again. */
public final class BadLuck {
    /** PostgreSQL: connection, operator intervention, lack of resources, serialization and deadlock. */
    private static final Set<String> PASSING_SQL_STATES = Set.of("08", "57", "53", "40");

    private static final int DEEPEST_CAUSE = 16;

    private BadLuck() {}

    /** Returns whether trying again later can help. */
    public static boolean is(@Nullable Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            if (passes(cause) || anyPasses(cause.getSuppressed())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** A statement that failed with its connection is followed by a rollback that fails, too: either tells. */
    private static boolean anyPasses(Throwable[] alongside) {
        return Arrays.stream(alongside).anyMatch(BadLuck::passes);
    }

    private static boolean passes(Throwable cause) {
        return cause instanceof IOException
                || cause instanceof TimeoutException
                || cause instanceof io.smallrye.mutiny.TimeoutException
                || cause instanceof RetriableException
                || cause instanceof SQLTransientException
                || isClosedConnection(cause)
                || hasPassingSqlState(cause);
    }

    /**
     * Vert.x reports connections that are closed or not active any more, time-outs and full pools as exceptions without
     * a type of their own, never what is wrong with the data.
     */
    private static boolean isClosedConnection(Throwable cause) {
        String type = cause.getClass().getName();
        String message = String.valueOf(cause.getMessage());
        return type.endsWith("ClosedConnectionException")
                || type.endsWith("ConnectionPoolTooBusyException")
                || type.equals("io.vertx.core.impl.NoStackTraceThrowable")
                // What the clients say while the service stops: whoever takes the record up again can handle it.
                || (cause instanceof IllegalStateException && message.equals("Client is closed"))
                || (type.startsWith("io.vertx") && message.contains("CONNECTION_CLOSED"));
    }

    private static boolean hasPassingSqlState(Throwable cause) {
        if (!cause.getClass().getName().equals("io.vertx.pgclient.PgException")) {
            return false;
        }
        // Its message ends in "(SQLSTATE)"; the class is not on every service's class path.
        String message = String.valueOf(cause.getMessage());
        int open = message.lastIndexOf('(');
        return open >= 0
                && message.length() > open + 3
                && PASSING_SQL_STATES.contains(message.substring(open + 1, open + 3));
    }
}
