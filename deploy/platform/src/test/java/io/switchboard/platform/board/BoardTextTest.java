package io.switchboard.platform.board;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.platform.doors.Http;
import org.junit.jupiter.api.Test;

class BoardTextTest {
    private static final String WORK = """
            {"answered":4,"serviceLevel":0.75,"averageSpeedOfAnswerSeconds":61.4,"abandonment":null,
             "averageHandleTimeSeconds":null}""";
    private static final String BOARD = """
            {"queues":[{"queue":"billing","waiting":3,"oldestWaitSeconds":3725,"deferred":1,"offered":2,"held":5,
              "breached":1,"escalated":1,"last30Minutes":WORK,"today":WORK}],
             "agents":[{"agent":"anna","presence":"NOT_RESPONDING","since":"2026-03-02T08:59:30Z","held":1,"offered":0,
              "wrappingUp":2,"today":{"handled":7,"averageHandleTimeSeconds":120,"missed":0,"occupancy":0.876}}],
             "at":"2026-03-02T09:00:00.5Z","zone":"UTC",
             "last30Minutes":{"work":WORK},"today":{"work":WORK}}""".replace("WORK", WORK);

    @Test
    void queuesAndAgentsStandUnderEachOther() {
        assertThat(BoardText.of(Http.parse(BOARD))).isEqualTo("""
                        2026-03-02T09:00:00Z   today since midnight in UTC

                        queue    waiting  oldest  later  offered  held  late  SL 30'  SL day       ASA  AHT  abandoned  answered
                        billing        3  1:02 h      1        2     5     2    75 %    75 %  1:01 min    -          -         4
                        all            3                                        75 %    75 %  1:01 min    -          -         4

                        agent        presence   for  offered  held  wrap-up  handled       AHT  missed  occupancy
                        anna   not responding  30 s        0     1        2        7  2:00 min     0 %       88 %
                        """);
    }
}
