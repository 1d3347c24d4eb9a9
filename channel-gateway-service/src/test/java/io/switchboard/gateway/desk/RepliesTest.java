package io.switchboard.gateway.desk;

import static io.switchboard.gateway.desk.RoutingFixture.aWorkItem;
import static io.switchboard.gateway.desk.RoutingFixture.withAnotherMessage;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.contracts.routing.WorkItem;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What an answer answers. */
class RepliesTest {
    private final WorkItem first = aWorkItem();
    private final UUID seen = first.messageIds().getFirst();
    private final UUID unseen = UUID.randomUUID();
    private final WorkItem work = withAnotherMessage(first, unseen);

    @Test
    void isWhatTheAgentHadSeen() {
        assertThat(answersOf(seen)).containsExactly(seen);
        assertThat(answersOf(unseen)).containsExactly(seen, unseen);
    }

    @Test
    void isAllThatCameWhenTheAgentDoesNotSayOrSaysWhatIsNotOfThisWork() {
        assertThat(answersOf(null)).containsExactly(seen, unseen);
        assertThat(answersOf(UUID.randomUUID())).containsExactly(seen, unseen);
    }

    private List<UUID> answersOf(UUID lastSeen) {
        return Replies.from(
                        new Agent("acme", "main", "anna"), work, UUID.randomUUID(), lastSeen, "Hello", Instant.now())
                .answers();
    }
}
