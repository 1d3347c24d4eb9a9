package io.switchboard.profile.identity;

import static io.switchboard.profile.support.Fixtures.aMessage;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.understood;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.vertx.VertxContextSupport;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.profile.history.HistoryStore;
import io.switchboard.profile.history.Said;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any sequence of messages, merges and unmerges, stale ones among them, gives the same customers and the same stories as
 * {@link PlainIdentities}, and no message ever changes its handle or conversation: that is where a reply goes.
 */
@ComponentTest
class WhoIsWhoTest {
    private static final Cause CAUSE = new Cause("test", "they say so", Map.of());
    private static final List<List<String>> HANDLES = List.of(
            List.of("email", "sam@customer.example"),
            List.of("email", "SAM@work.example"),
            List.of("x", "sam_k"),
            List.of("messenger", "123"),
            List.of("sms", "+49 30 901820"),
            List.of("webchat", "visitor-1"),
            List.of("whatsapp", "4930901821"));

    @Inject
    Database database;

    @Inject
    IdentifyMessage identifyMessage;

    @Inject
    ChangeIdentity change;

    @Inject
    IdentityStore store;

    @Inject
    HistoryStore history;

    private final String tenant = aTenant();
    private final PlainIdentities plain = new PlainIdentities(tenant);
    private final List<String> done = new ArrayList<>();

    static IntStream seeds() {
        return IntStream.range(0, 80);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anySequenceGivesTheStoriesOfThePlainModel(int seed) throws Throwable {
        var random = new Random(seed);
        write(random);
        for (int step = 0; step < 8 + random.nextInt(16); step++) {
            act(random);
        }
        List<UUID> customers = plain.customers();
        Map<UUID, Member> members =
                database.in(tenant, session -> store.members(session, tenant, customers.toArray(UUID[]::new)));
        for (UUID customer : customers) {
            assertThat(members.get(customer))
                    .as("%s", done)
                    .isEqualTo(new Member(
                            customer, plain.root(customer), plain.mergedInto(customer), plain.version(customer)));
            assertThat(story(plain.root(customer))).as("%s", done).isEqualTo(plain.story(customer));
        }
        repliesGoWhereTheyWent();
    }

    private void act(Random random) throws Throwable {
        List<UUID> customers = plain.customers();
        UUID one = customers.get(random.nextInt(customers.size()));
        UUID other = customers.get(random.nextInt(customers.size()));
        int expected = plain.version(one) - (random.nextInt(5) == 0 ? 1 : 0);
        switch (random.nextInt(5)) {
            case 0, 1 -> write(random);
            case 2, 3 -> {
                Refusal refusal = plain.merge(one, other, expected);
                done.add("merge " + one + " into " + other + " at " + expected);
                same(refusal, database.in(tenant, s -> change.merge(s, tenant, one, other, expected, null, CAUSE)));
            }
            default -> {
                Refusal refusal = plain.unmerge(one, expected);
                done.add("unmerge " + one + " at " + expected);
                same(refusal, database.in(tenant, s -> change.unmerge(s, tenant, one, expected, CAUSE)));
            }
        }
    }

    private void write(Random random) throws Throwable {
        List<String> handle = HANDLES.get(random.nextInt(HANDLES.size()));
        Message message = aMessage(tenant, handle.getFirst(), handle.getLast(), Visibility.PRIVATE);
        done.add("write as " + handle);
        var identified = VertxContextSupport.subscribeAndAwait(() -> identifyMessage.take(understood(message)))
                .orElseThrow()
                .message();
        assertThat(identified.customer().customerId()).as("%s", done).isEqualTo(plain.wrote(message));
        assertThat(identified.message()).isEqualTo(message);
    }

    private void same(@Nullable Refusal expected, Outcome outcome) {
        assertThat(outcome instanceof Outcome.Refused refused ? refused.why() : null)
                .as("%s", done)
                .isEqualTo(expected);
    }

    private List<UUID> story(UUID root) {
        return database.in(tenant, session -> history.ofCustomer(session, tenant, root, 500)).stream()
                .map(Said::messageId)
                .toList();
    }

    private void repliesGoWhereTheyWent() {
        for (Message message : plain.messages()) {
            List<Said> conversation = database.in(
                    tenant, session -> history.ofConversation(session, tenant, message.conversationId(), 10));
            assertThat(conversation)
                    .as("%s", done)
                    .singleElement()
                    .satisfies(said -> assertThat(List.of(said.channel(), said.handle()))
                            .isEqualTo(List.of(message.channel(), message.handle())));
        }
    }
}
