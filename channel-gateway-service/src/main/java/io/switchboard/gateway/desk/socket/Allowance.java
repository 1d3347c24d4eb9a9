package io.switchboard.gateway.desk.socket;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.UserData;
import java.util.concurrent.TimeUnit;

/** How much one desk may ask: so many requests a second, saved up to one second. Used by one thread at a time. */
final class Allowance {
    static final UserData.TypedKey<Allowance> KEY = new UserData.TypedKey<>("allowance");
    static final CloseReason ABUSED = new CloseReason(1008, "too many requests");

    /** A client that goes on after this many refusals, and pauses for not even a second, does not listen. */
    private static final int REFUSALS_UNTIL_ABUSED = 100;

    private final double perNano;
    private final double most;
    private double left;
    private long lastAt;
    private int refusals;

    Allowance(int perSecond) {
        this.perNano = perSecond / (double) TimeUnit.SECONDS.toNanos(1);
        this.most = perSecond;
        this.left = perSecond;
        this.lastAt = Long.MIN_VALUE;
    }

    /** Takes one request; returns false when there is none left. {@code now} in nanoseconds, never going back. */
    boolean take(long now) {
        if (lastAt != Long.MIN_VALUE) {
            left = Math.min(most, left + (now - lastAt) * perNano);
        }
        lastAt = now;
        // One that is let through now and then, between many that are not, is no sign that the client listens.
        if (left >= most) {
            refusals = 0;
        }
        if (left < 1) {
            refusals++;
            return false;
        }
        left--;
        return true;
    }

    boolean isAbused() {
        return refusals >= REFUSALS_UNTIL_ABUSED;
    }
}
