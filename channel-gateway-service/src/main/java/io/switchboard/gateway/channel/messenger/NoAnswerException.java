package io.switchboard.gateway.channel.messenger;

/** The Graph API did not tell what it was asked. The message is a fixed word, fit for metrics and logs. */
final class NoAnswerException extends Exception {
    private static final long serialVersionUID = 1L;

    private static final String REFUSED = "refused";

    private NoAnswerException(String reason) {
        super(reason);
    }

    /** It can't be reached, answers too late or fails. */
    static NoAnswerException unavailable() {
        return new NoAnswerException("unavailable");
    }

    /** The calls are used up for now. */
    static NoAnswerException limited() {
        return new NoAnswerException("limited");
    }

    /** It does not tell this: the token, a permission, something that is gone. */
    static NoAnswerException refused() {
        return new NoAnswerException(REFUSED);
    }

    /** What it says is no list, or too large. */
    static NoAnswerException unreadable() {
        return new NoAnswerException("unreadable");
    }

    /** There is more than is read in one look. */
    static NoAnswerException tooMuch() {
        return new NoAnswerException("too-much");
    }

    boolean isRefusal() {
        return REFUSED.equals(getMessage());
    }
}
