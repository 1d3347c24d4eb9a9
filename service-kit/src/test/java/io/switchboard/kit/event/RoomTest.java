package io.switchboard.kit.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoomTest {
    private final Room room = new Room(3);

    @Test
    void isFreeUntilEveryPlaceIsTaken() {
        room.take(2);
        assertThat(room.free().subscribeAsCompletionStage()).isDone();
        room.take(4);
        var waiting = room.free().subscribeAsCompletionStage();
        assertThat(waiting).isNotDone();
        room.giveBack(2);
        assertThat(waiting).isNotDone();
        room.giveBack(2);
        assertThat(waiting).isDone();
    }
}
