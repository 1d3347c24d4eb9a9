package io.switchboard.routing.measures;

import org.jspecify.annotations.Nullable;

/**
 * What an agent, or all agents of a centre together, did in a stretch of time. Shares are from 0 to 1; shares and means are
 * null where there was nothing to divide by.
 *
 * @param busySeconds available or busy, and holding or wrapping up something
 * @param freeSeconds available, and holding nothing
 * @param occupancy busy / (busy + free)
 * @param handled parts that were over: completed, transferred or postponed
 * @param averageHandleTimeSeconds AHT: mean of holding and wrap-up of the handled
 * @param completed work that was done
 * @param transferred work handed on
 * @param givenBack held work that went back
 * @param offers how often work was put before them
 * @param accepted offers they took
 * @param declined offers they refused
 * @param missed offers they did not answer / offers (RONA)
 */
public record AgentFigures(
        double busySeconds,
        double freeSeconds,
        @Nullable Double occupancy,
        long handled,
        @Nullable Double averageHandleTimeSeconds,
        long completed,
        long transferred,
        long givenBack,
        long offers,
        long accepted,
        long declined,
        @Nullable Double missed) {
    private static final double MS_PER_SECOND = 1000;

    /** Returns the figures that follow from what was counted for agents. */
    public static AgentFigures of(Tally tally) {
        long busy = tally.get(Count.BUSY_MS);
        long free = tally.get(Count.FREE_MS);
        long offers = tally.get(Count.OFFERS);
        return new AgentFigures(
                busy / MS_PER_SECOND,
                free / MS_PER_SECOND,
                Ratio.share(busy, busy + free),
                tally.get(Count.HANDLED),
                Ratio.meanSeconds(tally.get(Count.HANDLE_MS), tally.get(Count.HANDLED)),
                tally.get(Count.COMPLETED),
                tally.get(Count.TRANSFERRED),
                tally.get(Count.GIVEN_BACK),
                offers,
                tally.get(Count.ACCEPTED),
                tally.get(Count.DECLINED),
                Ratio.share(tally.get(Count.MISSED), offers));
    }
}
