package io.switchboard.gateway.channel.webchat;

import java.util.Locale;

/** What a browser handed in is no identity of somebody who signed in. Its message quotes nothing of it. */
final class BadIdentityException extends Exception {
    private static final long serialVersionUID = 1L;

    /** What is wrong with it. */
    enum Reason {
        UNWANTED("This widget takes no identities: its account names no identityFile."),
        MALFORMED("The identity is not a JWT in compact form."),
        ALGORITHM("The identity is not signed with HS256."),
        SIGNATURE("The identity is not signed with this widget's secret."),
        AUDIENCE("The identity is for another widget: aud is not this widget's id."),
        EXPIRED("The identity is over."),
        EARLY("The identity does not hold yet."),
        LIFETIME("The identity must say when it ends (exp), and that must be soon."),
        CLAIMS("A claim of the identity is missing, too long or not what it should be.");

        private final String detail;

        Reason(String detail) {
            this.detail = detail;
        }

        /** Returns the reason as metrics and problem documents name it. */
        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the reason in a sentence for whoever signs. */
        String detail() {
            return detail;
        }
    }

    private final Reason reason;

    BadIdentityException(Reason reason) {
        super(reason.detail());
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
