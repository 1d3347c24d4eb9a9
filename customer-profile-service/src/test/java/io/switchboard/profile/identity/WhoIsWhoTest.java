package io.switchboard.profile.identity;

import static io.switchboard.profile.support.Fixtures.aMessage;
import static io.switchboard.profile.support.Fixtures.aSignedMessage;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import io.quarkus.vertx.VertxContextSupport;
import io.switchboard.contracts.message.Consent;
import io.switchboard.contracts.message.Customer;
import io.switchboard.contracts.message.Message;
import io.switchboard.contracts.message.MessageUnderstood;
import io.switchboard.contracts.message.SignedIdentity;
import io.switchboard.contracts.message.Standing;
import io.switchboard.contracts.message.Understanding;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.profile.customer.Address;
import io.switchboard.profile.customer.Addresses;
import io.switchboard.profile.customer.CustomerStore;
import io.switchboard.profile.customer.Holding;
import io.switchboard.profile.customer.Saying;
import io.switchboard.profile.history.HistoryStore;
import io.switchboard.profile.history.Said;
import io.switchboard.profile.identity.StateHandles.Statement;
import io.switchboard.profile.sources.IncomingRecord;
import io.switchboard.profile.sources.Source;
import io.switchboard.profile.sources.Sources;
import io.switchboard.profile.sources.TakeRecords;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import io.switchboard.profile.support.Fixtures;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Any sequence of messages, links, merges, unmerges (stale ones among them), words about customers and records of other systems gives the same
 * customers, stories and standings as {@link PlainIdentities}, and no message ever changes its handle or conversation: that is where a reply goes.
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
    IdentifyMessages identifyMessages;

    @Inject
    ChangeIdentity change;

    @Inject
    IdentityStore store;

    @Inject
    Links links;

    @Inject
    StateHandles stateHandles;

    @Inject
    SayOfCustomer saidOf;

    @Inject
    CustomerStore customers;

    @Inject
    Addresses addresses;

    @Inject
    Sources sources;

    @Inject
    TakeRecords takeRecords;

    @Inject
    HistoryStore history;

    private final String tenant = aTenant();
    private final PlainIdentities plain = new PlainIdentities(tenant);
    private final List<String> done = new ArrayList<>();

    static IntStream seeds() {
        return IntStream.range(0, 60);
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
            standsAsInTheModel(customer);
        }
        repliesGoWhereTheyWent();
    }

    private void act(Random random) throws Throwable {
        List<UUID> customers = plain.customers();
        UUID one = customers.get(random.nextInt(customers.size()));
        UUID other = customers.get(random.nextInt(customers.size()));
        int expected = plain.version(one) - (random.nextInt(5) == 0 ? 1 : 0);
        switch (random.nextInt(13)) {
            case 0, 1 -> write(random);
            case 12 -> writeSigned(random);
            case 4 -> state(one, HANDLES.get(random.nextInt(2)).getLast());
            case 11 -> stateMany(customers, random);
            case 5 -> say(one, random);
            case 6 -> consent(one, random);
            case 7 -> held(random);
            case 8, 9 -> {
                UUID recorded = record(random);
                merge(recorded, other, plain.version(recorded));
            }
            case 2, 3 -> merge(one, other, expected);
            default -> {
                Refusal refusal = plain.unmerge(one, expected);
                done.add("unmerge " + one + " at " + expected);
                same(refusal, database.in(tenant, s -> change.unmerge(s, tenant, one, expected, CAUSE)));
            }
        }
    }

    private void merge(UUID one, UUID other, int expected) {
        Refusal refusal = plain.merge(one, other, expected);
        done.add("merge " + one + " into " + other + " at " + expected);
        same(refusal, database.in(tenant, s -> change.merge(s, tenant, one, other, expected, null, CAUSE)));
    }

    private void write(Random random) throws Throwable {
        List<String> handle = HANDLES.get(random.nextInt(HANDLES.size()));
        Message message = aMessage(tenant, handle.getFirst(), handle.getLast(), Visibility.PRIVATE);
        done.add("write as " + handle);
        var identified = VertxContextSupport.subscribeAndAwait(
                        () -> identifyMessages.take(new MessageUnderstood(message, risk(message))))
                .orElseThrow()
                .message();
        assertThat(identified.customer().customerId()).as("%s", done).isEqualTo(plain.wrote(message));
        assertThat(identified.message()).isEqualTo(message);
    }

    /** Many at once are as many one after the other. */
    private void stateMany(List<UUID> customers, Random random) {
        List<Statement> statements = IntStream.range(0, 2 + random.nextInt(4))
                .mapToObj(_ -> new Statement(
                        Address.stated("email", "mail" + random.nextInt(6) + "@work.example", null)
                                .orElseThrow(),
                        customers.get(random.nextInt(customers.size())),
                        CAUSE))
                .toList();
        done.add("state " + statements);
        List<UUID> merged = new ArrayList<>();
        statements.forEach(one -> {
            UUID from = plain.root(plain.met(one.address().customerId(tenant)));
            if (plain.state(one.address(), one.customer()) == null) {
                merged.add(from);
            }
        });
        List<UUID> outcome = database.in(tenant, session -> stateHandles.state(session, tenant, "main", statements));
        assertThat(outcome).as("%s", done).containsExactlyInAnyOrderElementsOf(merged);
    }

    private void writeSigned(Random random) throws Throwable {
        String mail = HANDLES.get(random.nextInt(2)).getLast();
        String visitor = "user-" + random.nextInt(2);
        var identity = new SignedIdentity(visitor, "KD", mail, "+49", null);
        Message message = aSignedMessage(tenant, visitor, identity);
        done.add("write as " + visitor + " signed " + mail);
        var identified = VertxContextSupport.subscribeAndAwait(
                        () -> identifyMessages.take(new MessageUnderstood(message, risk(message))))
                .orElseThrow()
                .message();
        plain.wrote(message);
        UUID now = plain.signed(message, Address.stated("email", mail, null).orElseThrow());
        assertThat(identified.customer().customerId()).as("%s", done).isEqualTo(now);
    }

    private void state(UUID customer, String mail) {
        done.add("state " + mail + " of " + customer);
        Address address = Address.stated("email", mail, null).orElseThrow();
        Refusal refusal = plain.state(address, customer);
        same(refusal, database.in(tenant, s -> links.state(s, tenant, "main", address, customer, CAUSE)));
    }

    private void say(UUID customer, Random random) {
        var saying = new Saying(
                random.nextBoolean() ? Standing.VIP : Standing.STANDARD,
                random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(4)),
                oneOf(random, null, "gold", "silver", ""),
                oneOf(random, null, "de", "fr", "und"),
                oneOf(random, null, true, false),
                oneOf(random, null, true, false));
        done.add("say of " + customer + ": " + saying);
        plain.say(customer, saying, micros(Instant.now()));
        database.in(tenant, s -> saidOf.say(s, tenant, customer, saying, "test"));
    }

    private void consent(UUID customer, Random random) {
        String channel = oneOf(random, "email", "sms");
        boolean granted = random.nextBoolean();
        long at = random.nextInt(1000) * 1000L + done.size();
        done.add("consent of " + customer + " to " + channel + ": " + granted + " at " + at);
        plain.consent(customer, channel, granted, micros(Fixtures.NOON.plusMillis(at)));
        var consent = new Consent(channel, granted, Fixtures.NOON.plusMillis(at), "test");
        database.in(tenant, s -> saidOf.consent(s, tenant, customer, consent));
    }

    private UUID record(Random random) throws Throwable {
        String name = oneOf(random, "crm", "billing");
        String id = oneOf(random, "1", "2");
        Instant at = random.nextBoolean()
                ? Instant.now().truncatedTo(ChronoUnit.MICROS)
                : Fixtures.NOON.plusMillis(random.nextInt(1000) * 1000L + done.size());
        var fields = new TreeMap<String, String>();
        boolean gone = random.nextInt(6) == 0;
        if (!gone) {
            some(random, fields, "tier", "gold", "silver");
            some(random, fields, "language", "de", "fr");
            some(random, fields, "value", "1", "2.5");
            for (String field : List.of("vulnerable", "doNotContact", "consent.email", "consent.sms")) {
                some(random, fields, field, "true", "false");
            }
        }
        done.add("record " + name + "/" + id + " at " + at + (gone ? " gone" : ": " + fields));
        int precedence = sources.find(name).orElseThrow().precedence();
        Source source = source(name, precedence);
        plain.record(source.customerId(id), precedence, name + "/" + id, fields, micros(at));
        var incoming = new IncomingRecord(id, at, gone, fields);
        VertxContextSupport.subscribeAndAwait(() -> takeRecords.take(source, List.of(incoming)));
        return source.customerId(id);
    }

    private static void some(Random random, Map<String, String> fields, String field, String one, String other) {
        if (random.nextBoolean()) {
            fields.put(field, oneOf(random, one, other));
        }
    }

    /** As if this tenant's file named it: the precedence goes by the name. */
    private Source source(String name, int precedence) {
        return new Source(
                name,
                tenant,
                "main",
                precedence,
                JsonPointer.compile("/id"),
                Optional.empty(),
                ',',
                Map.of(),
                Set.of(),
                Optional.empty());
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    private void held(Random random) {
        Message message = plain.messages().get(random.nextInt(plain.messages().size()));
        String agent = oneOf(random, "amy", "bob", "cid");
        long at = random.nextInt(1000) * 1000L + done.size();
        done.add("work at " + message.handle() + " held by " + agent + " at " + at);
        plain.heldBy(plain.metAt(message), agent, at);
        database.in(
                tenant,
                s -> customers.heldBy(
                        s,
                        tenant,
                        List.of(new Holding(
                                addresses.of(message),
                                plain.root(plain.metAt(message)),
                                agent,
                                Fixtures.NOON.plusMillis(at)))));
    }

    @SafeVarargs
    private static <T> T oneOf(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private void standsAsInTheModel(UUID customer) {
        List<UUID> story = plain.story(customer);
        PlainStanding.Seen expected = plain.standing(customer);
        Customer now = database.in(tenant, session -> customers.find(session, tenant, customer))
                .orElseThrow()
                .customer();
        assertThat(new PlainStanding.Seen(
                        now.standing(),
                        now.value(),
                        now.tier(),
                        expected.language() == null ? null : now.language(),
                        now.doNotContact(),
                        now.vulnerable(),
                        now.lastAgent(),
                        now.consents().stream().collect(Collectors.toMap(Consent::channel, Consent::granted))))
                .as("%s", done)
                .isEqualTo(expected);
        if (expected.language() == null) {
            assertThat(now.language()).isEqualTo(story.isEmpty() ? null : "en");
        }
        assertThat(now.openMatters()).as("%s", done).isEqualTo(story.size());
        assertThat(now.churnRisk())
                .isEqualTo(plain.messages().stream()
                        .filter(message -> story.contains(message.messageId()))
                        .map(message -> risk(message).churnRisk())
                        .max(Comparator.naturalOrder())
                        .orElse(null));
        assertThat(now.firstContactAt())
                .isEqualTo(plain.messages().stream()
                        .filter(message -> story.contains(message.messageId()))
                        .map(Message::receivedAt)
                        .min(Comparator.naturalOrder())
                        .orElse(null));
    }

    /** Each message tells of another risk, which follows from its id. */
    private static Understanding risk(Message message) {
        Understanding plain = Fixtures.aRequest();
        return new Understanding(
                plain.language(),
                plain.relevance(),
                plain.relevanceProbability(),
                plain.polarity(),
                plain.intensity(),
                plain.confidence(),
                plain.emotions(),
                plain.urgency(),
                Math.floorMod(message.messageId().hashCode(), 100) / 100.0,
                plain.topic(),
                plain.skills(),
                plain.tier(),
                plain.model(),
                plain.reasons());
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
        List<String> kept = database.in(
                tenant,
                session -> session.createNativeQuery(
                                "select concat_ws(' ', message_id, conversation_id, channel, account, handle) from message"
                                        + " where tenant = :tenant",
                                String.class)
                        .setParameter("tenant", tenant)
                        .getResultList());
        assertThat(kept)
                .as("%s", done)
                .containsExactlyInAnyOrderElementsOf(plain.messages().stream()
                        .map(one -> one.messageId() + " " + one.conversationId() + " " + one.channel() + " "
                                + one.account() + " " + one.handle())
                        .toList());
    }
}
