package io.switchboard.gateway.desk.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AllowanceTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void asManyASecondAsAllowedAndNoMore() {
        var allowance = new Allowance(3);
        assertThat(taken(allowance, 5, 0)).isEqualTo(3);
        assertThat(taken(allowance, 5, SECOND / 3 + 1)).isEqualTo(1);
        assertThat(taken(allowance, 5, 10 * SECOND)).isEqualTo(3);
    }

    @Test
    void whoGoesOnAfterAHundredRefusalsAbusesIt() {
        var allowance = new Allowance(1);
        taken(allowance, 100, 0);
        assertThat(allowance.isAbused()).isFalse();
        taken(allowance, 1, 0);
        assertThat(allowance.isAbused()).isTrue();
        taken(allowance, 1, 10 * SECOND);
        assertThat(allowance.isAbused()).isFalse();
    }

    @Test
    void whoIsLetThroughBetweenRefusalsAbusesItToo() {
        var allowance = new Allowance(20);
        for (int i = 1; i <= 7; i++) {
            assertThat(allowance.isAbused()).isFalse();
            taken(allowance, 20, i * SECOND / 10);
        }
        assertThat(allowance.isAbused()).isTrue();
    }

    private static int taken(Allowance allowance, int tries, long now) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            taken += allowance.take(now) ? 1 : 0;
        }
        return taken;
    }
}
