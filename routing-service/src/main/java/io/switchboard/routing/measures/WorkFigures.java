package io.switchboard.routing.measures;

import org.jspecify.annotations.Nullable;

/**
 * How the customers' work of a queue, or of a whole centre, fared in a stretch of time. Shares are from 0 to 1; shares and
 * means are null where there was nothing to divide by.
 *
 * @param arrived work that came
 * @param answered work taken for the first time
 * @param answeredInTarget of these, those taken by their deadline
 * @param abandoned customers who left unanswered, the short ones not counted
 * @param abandonedSoon customers who left unanswered within the threshold
 * @param left work that left unanswered otherwise
 * @param breached work whose deadline passed while nobody had taken it
 * @param serviceLevel answered in target / (answered + abandoned)
 * @param averageSpeedOfAnswerSeconds ASA: the mean wait of the answered
 * @param longestWaitSeconds the longest wait of the answered
 * @param abandonment abandoned / (answered + abandoned)
 * @param handled agents' parts that were over
 * @param averageHandleTimeSeconds AHT: mean of holding and wrap-up of the handled
 * @param completed work that was done
 * @param averageOpenSeconds mean time from arrival to completion
 * @param transferred work handed on
 * @param givenBack held work that went back
 * @param offers how often work was put before an agent
 * @param missed offers that nobody answered / offers (RONA)
 */
public record WorkFigures(
        long arrived,
        long answered,
        long answeredInTarget,
        long abandoned,
        long abandonedSoon,
        long left,
        long breached,
        @Nullable Double serviceLevel,
        @Nullable Double averageSpeedOfAnswerSeconds,
        double longestWaitSeconds,
        @Nullable Double abandonment,
        long handled,
        @Nullable Double averageHandleTimeSeconds,
        long completed,
        @Nullable Double averageOpenSeconds,
        long transferred,
        long givenBack,
        long offers,
        @Nullable Double missed) {
    private static final double MS_PER_SECOND = 1000;

    /** Returns the figures that follow from what was counted for queues. */
    public static WorkFigures of(Tally tally) {
        long answered = tally.get(Count.ANSWERED);
        long abandoned = tally.get(Count.ABANDONED);
        long handled = tally.get(Count.HANDLED);
        long completed = tally.get(Count.COMPLETED);
        long offers = tally.get(Count.OFFERS);
        return new WorkFigures(
                tally.get(Count.ARRIVED),
                answered,
                tally.get(Count.ANSWERED_IN_TARGET),
                abandoned,
                tally.get(Count.ABANDONED_SOON),
                tally.get(Count.LEFT),
                tally.get(Count.BREACHED),
                Ratio.share(tally.get(Count.ANSWERED_IN_TARGET), answered + abandoned),
                Ratio.meanSeconds(tally.get(Count.WAIT_MS), answered),
                tally.get(Count.LONGEST_WAIT_MS) / MS_PER_SECOND,
                Ratio.share(abandoned, answered + abandoned),
                handled,
                Ratio.meanSeconds(tally.get(Count.HANDLE_MS), handled),
                completed,
                Ratio.meanSeconds(tally.get(Count.OPEN_MS), completed),
                tally.get(Count.TRANSFERRED),
                tally.get(Count.GIVEN_BACK),
                offers,
                Ratio.share(tally.get(Count.MISSED), offers));
    }
}
