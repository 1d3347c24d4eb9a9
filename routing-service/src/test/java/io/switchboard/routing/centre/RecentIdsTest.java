package io.switchboard.routing.centre;

import static io.switchboard.routing.centre.Fixtures.id;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentIdsTest {
    @Test
    void theOldestGivesWayAlsoAfterARestart() {
        var ids = new RecentIds("command", 2);
        var restored = new RecentIds("command", 2);
        for (String name : new String[] {"a", "b", "c"}) {
            restored.restore(ids.add(id(name)));
        }
        restored.restoreCount(ids.count());
        for (RecentIds some : new RecentIds[] {ids, restored}) {
            assertThat(some.contains(id("a"))).isFalse();
            assertThat(some.contains(id("b"))).isTrue();
            assertThat(some.contains(id("c"))).isTrue();
        }
        assertThat(restored.add(id("d"))).isEqualTo(ids.add(id("d")));
        assertThat(restored.contains(id("b"))).isFalse();
    }
}
