package io.switchboard.routing.centre;

import io.switchboard.contracts.message.MessageIdentified;
import io.switchboard.contracts.message.Standing;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;

/** How important a message is. */
final class Importance {
    private static final int OF_URGENCY = 50;
    private static final int OF_ANGER = 20;
    private static final int OF_A_VIP = 20;
    private static final int BEFORE_EVERYBODY = 10;
    private static final int MOST = 100;

    private Importance() {}

    /** Returns 0 to 100: urgent, angry, from a VIP, or before everybody's eyes. */
    static int of(MessageIdentified arrived) {
        Understanding understanding = arrived.understanding();
        double anger = Math.max(0, -understanding.polarity());
        long points = Math.round(OF_URGENCY * understanding.urgency() + OF_ANGER * anger)
                + (arrived.customer().standing() == Standing.VIP ? OF_A_VIP : 0)
                + (arrived.message().visibility() == Visibility.PUBLIC ? BEFORE_EVERYBODY : 0);
        return Math.clamp(points, 0, MOST);
    }
}
