package io.switchboard.profile.history;

import static io.switchboard.profile.support.Done.done;
import static io.switchboard.profile.support.Fixtures.aMessage;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.accepted;
import static io.switchboard.profile.support.Fixtures.added;
import static io.switchboard.profile.support.Fixtures.completed;
import static io.switchboard.profile.support.Fixtures.queued;
import static io.switchboard.profile.support.Fixtures.released;
import static io.switchboard.profile.support.Fixtures.understood;
import static io.switchboard.profile.support.Fixtures.work;
import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.contracts.message.Customer;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.WorkItem;
import io.switchboard.profile.identity.IdentifyMessages;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is decided comes to the same however it is cut into batches. */
@ComponentTest
class FollowWorkTest {
    private static final List<String> WHAT_IS_KEPT = List.of("""
            select string_agg(concat_ws('|', centre, channel, address, queue, told_sequence, taken_at, taken_by, held_by,
                closed_at, closed_by, outcome, disposition), ';' order by address) from work_item where tenant = '%s'
            """, """
            select string_agg(concat_ws('|', sequence, at, kind, agent, target, reason, address), ';' order by sequence)
            from work_event where tenant = '%s'
            """, """
            select string_agg(concat_ws('|', address, state, routing_sequence, routing_stage, routing_agent, l.disposition),
                ';' order by address, at) from ledger_entry l join message using (tenant, message_id) where tenant = '%s'
            """, """
            select string_agg(concat_ws('|', handle.value, last_agent, last_agent_at), ';' order by handle.value)
            from customer join handle using (tenant, customer_id) where tenant = '%s'
            """);

    @Inject
    FollowWork followWork;

    @Inject
    IdentifyMessages identifyMessages;

    @Inject
    Database database;

    @Test
    void batchesKeepWhatOneAfterTheOtherKeeps() {
        for (int seed = 0; seed < 15; seed++) {
            String oneByOne = aTenant();
            String together = aTenant();
            events(oneByOne, new Random(seed)).forEach(event -> done(() -> followWork.take(event)));
            batches(events(together, new Random(seed)), new Random(seed))
                    .forEach(batch -> done(() -> followWork.take(batch)));
            for (String kept : WHAT_IS_KEPT) {
                String expected = database.text(kept.formatted(oneByOne));
                assertThat(expected).isNotBlank();
                assertThat(database.text(kept.formatted(together)))
                        .as("seed %d", seed)
                        .isEqualTo(expected);
            }
        }
    }

    /** Some works of known people, each making steps at random, in the order in which they were decided. */
    private List<RoutingEvent> events(String tenant, Random random) {
        List<RoutingEvent> events = new ArrayList<>();
        List<Message> messages = new ArrayList<>();
        List<WorkItem> works = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Message message = aMessage(tenant, "email", "person" + i + "@customer.example", Visibility.PRIVATE);
            Customer customer = done(() -> identifyMessages.take(understood(message)))
                    .orElseThrow()
                    .message()
                    .customer();
            messages.add(message);
            works.add(work(customer, message));
        }
        // Work is described before anything else is told of it.
        for (int one = 0; one < works.size(); one++) {
            events.add(queued(messages.get(one), one + 1, works.get(one)));
        }
        for (int sequence = works.size() + 1; sequence <= 40; sequence++) {
            int one = random.nextInt(works.size());
            events.add(step(random, messages.get(one), works.get(one), sequence));
        }
        return events;
    }

    private static RoutingEvent step(Random random, Message message, WorkItem work, long sequence) {
        String agent = "agent" + random.nextInt(3);
        return switch (random.nextInt(9)) {
            case 0, 1, 2 -> accepted(message, sequence, agent, work);
            case 3 -> released(message, sequence, agent, work);
            case 4 -> added(message, sequence, agent, work);
            case 5 -> completed(message, sequence, agent, work);
            default -> queued(message, sequence, work);
        };
    }

    private static List<List<RoutingEvent>> batches(List<RoutingEvent> events, Random random) {
        List<List<RoutingEvent>> batches = new ArrayList<>();
        for (int from = 0; from < events.size(); ) {
            int to = Math.min(events.size(), from + 1 + random.nextInt(12));
            // What was taken before may come again at the head of a batch.
            batches.add(events.subList(Math.max(0, from - random.nextInt(3)), to));
            from = to;
        }
        return batches;
    }
}
