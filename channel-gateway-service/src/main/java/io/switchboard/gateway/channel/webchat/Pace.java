package io.switchboard.gateway.channel.webchat;

import java.time.Duration;

/** A token bucket: so much at once, and again so much within the refill time. Not for use by two threads at once. */
final class Pace {
    private final int burst;
    private final double perNano;
    private double left;
    private long last;

    Pace(int burst, Duration refill, long nowNanos) {
        this.burst = burst;
        this.perNano = burst / (double) refill.toNanos();
        this.left = burst;
        this.last = nowNanos;
    }

    /** Tells whether one more is within the pace, and counts it if so. */
    boolean admits(long nowNanos) {
        left = Math.min(burst, left + (nowNanos - last) * perNano);
        last = nowNanos;
        if (left < 1) {
            return false;
        }
        left--;
        return true;
    }
}
