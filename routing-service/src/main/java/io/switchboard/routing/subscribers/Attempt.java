package io.switchboard.routing.subscribers;

/** How one request to a subscriber ended. */
sealed interface Attempt {
    int REQUEST_TIMEOUT = 408;
    int GONE = 410;
    int TOO_EARLY = 425;
    int TOO_MANY_REQUESTS = 429;
    int SERVER_ERROR = 500;

    /** The status that was answered, 0 for none. */
    int status();

    /** Why it ended so: a fixed word, with nothing of the subscriber's. */
    String reason();

    /** Answered by 2xx: the subscriber has the event. */
    record Delivered(int status) implements Attempt {
        @Override
        public String reason() {
            return "delivered";
        }
    }

    /** Answered by 410: the subscriber wants no more. */
    record Gone() implements Attempt {
        @Override
        public int status() {
            return GONE;
        }

        @Override
        public String reason() {
            return "gone";
        }
    }

    /** Answered, but not taken. It may be this one event that is not liked. */
    record Refused(int status) implements Attempt {
        @Override
        public String reason() {
            return "refused";
        }
    }

    /** Nobody is there for any event. */
    record Unreachable(int status, String reason) implements Attempt {
        static final String BUSY_OR_BROKEN = "busy-or-broken";
        static final String NO_ANSWER = "no-answer-in-time";
        static final String NOT_CONNECTED = "not-connected";
        static final String NOT_TRUSTED = "certificate-not-trusted";
        static final String UNKNOWN_NAME = "name-unknown";
        static final String NOT_ALLOWED = "address-not-allowed";
        static final String SEALED = "secret-does-not-open";
    }

    /** Returns what an answer means. A redirect is an answer like another: it is not followed. */
    static Attempt answered(int status) {
        if (status >= 200 && status < 300) {
            return new Delivered(status);
        }
        return switch (status) {
            case GONE -> new Gone();
            case REQUEST_TIMEOUT, TOO_EARLY, TOO_MANY_REQUESTS -> new Unreachable(status, Unreachable.BUSY_OR_BROKEN);
            default ->
                status >= SERVER_ERROR ? new Unreachable(status, Unreachable.BUSY_OR_BROKEN) : new Refused(status);
        };
    }
}
