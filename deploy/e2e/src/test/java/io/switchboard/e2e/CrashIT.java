package io.switchboard.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.switchboard.contracts.Topics;
import io.switchboard.e2e.RunningSuite.Running;
import io.switchboard.platform.doors.ChatDoor;
import io.switchboard.platform.doors.Http;
import io.switchboard.platform.doors.MailDoor;
import io.switchboard.platform.parts.PartName;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Messages come in over three channels while each service in turn is ended as a crash would and started again. Nothing that
 * was acknowledged may be lost, doubled, offered twice at once or answered twice; what a provider delivered and nobody took
 * rings; and a list of customers is read to its end, each row once.
 *
 * <p>Longer, faster, and with engines that die, too: {@code -Dcrash.messages=20000 -Dcrash.rate=30 -Dcrash.victims=ALL}.
 */
@ExtendWith(RunningSuite.class)
class CrashIT {
    private static final int MESSAGES = Integer.getInteger("crash.messages", 1200);
    private static final int PER_SECOND = Integer.getInteger("crash.rate", 20);
    private static final Duration LONGEST = Duration.ofMinutes(5).plusSeconds(MESSAGES / PER_SECOND);
    private static final Set<String> STATES = Set.of("ANSWERED", "ASSIGNED", "WAITING", "CHAFF", "DEAD_LETTERED");
    /** No other test answers by these. */
    private static final List<String> AGENTS = List.of("ben", "clara", "diego", "emma");

    private static final List<PartName> SERVICES =
            List.of(PartName.SENTIMENT, PartName.CUSTOMER_PROFILE, PartName.ROUTING, PartName.CHANNEL_GATEWAY);
    private static final List<PartName> ALL = List.of(
            PartName.CUSTOMER_PROFILE,
            PartName.KAFKA,
            PartName.SENTIMENT,
            PartName.POSTGRES,
            PartName.ROUTING,
            PartName.REDIS,
            PartName.CUSTOMER_PROFILE,
            PartName.CHANNEL_GATEWAY,
            PartName.CUSTOMER_PROFILE);
    private static final List<PartName> VICTIMS =
            System.getProperty("crash.victims", "SERVICES").equals("ALL") ? ALL : SERVICES;

    @Test
    void nothingThatWasAcknowledgedIsLostOrDoubled(Running running) throws Exception {
        Load load = new Load(running.addresses(), LONGEST);
        HiddenMail hidden = HiddenMail.lay(running.addresses());
        NightlyList list = NightlyList.send(running.addresses(), MESSAGES);
        List<BotAgent> agents = AGENTS.stream()
                .map(name -> new BotAgent(running.addresses(), name))
                .toList();
        agents.forEach(BotAgent::start);
        // A thread of its own: the common pool has but one on two cores, and sockets and processes need it.
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Void> customers = hands.submit(() -> play(load));
            killEachInTurn(running, customers, load);
            customers.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
            awaitQuiet(running, load);
            hidden.awaitAlarm();
            list.awaitEnd();
        } finally {
            agents.forEach(BotAgent::close);
        }
        Ledger ledger = new Ledger(running.addresses().ports().postgres());
        Map<String, List<String>> states = ledger.statesByProviderId();
        System.out.println("crash: acknowledged " + load.acknowledged().size() + ", ledger " + Ledger.count(states)
                + ", held and unanswered " + ledger.heldUnanswered());
        list.everyRowWasTakenOnce();
        everyAcknowledgedMessageIsInOneState(load.acknowledged(), states);
        nothingIsOfferedTwiceAtOnce(running);
        noReplyIsSentTwice(running, load);
    }

    private static Void play(Load load) throws Exception {
        load.play(MESSAGES, PER_SECOND);
        return null;
    }

    /** Kills spread over the time in which messages come in, however long a victim takes to be back. */
    private static void killEachInTurn(Running running, Future<Void> customers, Load load) throws InterruptedException {
        long between = (long) (1e9 * MESSAGES / PER_SECOND / (VICTIMS.size() + 1));
        long due = System.nanoTime();
        for (PartName victim : VICTIMS) {
            due += between;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            assertThat(customers.isDone())
                    .as("customers still write when %s dies", victim)
                    .isFalse();
            running.suite().kill(victim);
            Thread.sleep(1000);
            running.suite().restart(victim);
            load.reconnectVisitors();
        }
    }

    /** Waits until the ledger knows everything that was acknowledged and changes no more. */
    private static void awaitQuiet(Running running, Load load) {
        Ledger ledger = new Ledger(running.addresses().ports().postgres());
        List<Map<String, Long>> seen = new ArrayList<>();
        await().atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofSeconds(3))
                .until(() -> {
                    load.reconnectVisitors();
                    Map<String, List<String>> states = ledger.statesByProviderId();
                    seen.add(Ledger.count(states));
                    return states.keySet().containsAll(load.acknowledged())
                            && seen.size() > 3
                            && seen.subList(seen.size() - 4, seen.size()).stream()
                                            .distinct()
                                            .count()
                                    == 1;
                });
    }

    private static void everyAcknowledgedMessageIsInOneState(
            Set<String> acknowledged, Map<String, List<String>> states) {
        assertThat(acknowledged).as("something was acknowledged").hasSize(MESSAGES);
        assertThat(states.keySet()).containsAll(acknowledged);
        acknowledged.forEach(id -> {
            assertThat(states.get(id)).as(id).hasSize(1);
            assertThat(STATES).contains(states.get(id).getFirst());
        });
        assertThat(acknowledged.stream().map(id -> states.get(id).getFirst())).doesNotContain("DEAD_LETTERED", "CHAFF");
        assertThat(acknowledged.stream().filter(id -> states.get(id).getFirst().equals("ANSWERED")))
                .as("agents answered while services died")
                .hasSizeGreaterThan(MESSAGES / 2);
    }

    private static void nothingIsOfferedTwiceAtOnce(Running running) {
        var decisions = new Kafka(running.addresses().kafka()).decisions(Topics.ROUTING_EVENTS);
        assertThat(new OfferCheck(decisions).violations()).isEmpty();
    }

    private static void noReplyIsSentTwice(Running running, Load load) throws InterruptedException {
        List<String> sent = new ArrayList<>();
        JsonNode provider = Http.parse(
                Http.send(HttpRequest.newBuilder(URI.create(running.addresses().provider() + "/_test/sent")))
                        .body());
        provider.forEach(message -> sent.add(message.path("text").asText()));
        for (ChatDoor chat : load.chats()) {
            chat.replies().forEach(reply -> sent.add(reply.path("text").asText()));
        }
        var ports = running.addresses().ports();
        MailDoor mail = new MailDoor("127.0.0.1", ports.smtp(), ports.imap());
        for (int customer = 4; customer < MESSAGES / 5; customer += 5) {
            mail.inbox("crash" + customer + "@mail.example")
                    .forEach(m -> sent.add(m.text().strip()));
        }
        List<String> answers =
                sent.stream().filter(text -> text.startsWith("Answer ")).toList();
        assertThat(answers).as("answers that arrived").hasSizeGreaterThan(MESSAGES / 10);
        assertThat(new HashSet<>(answers)).as("each once").hasSameSizeAs(answers);
        everyReplyIsSettledOnce(running, new HashSet<>(answers));
    }

    private static void everyReplyIsSettledOnce(Running running, Set<String> arrived) {
        Kafka kafka = new Kafka(running.addresses().kafka());
        Set<String> requested = new HashSet<>();
        kafka.values(Topics.REPLIES_REQUESTED).stream()
                .filter(CrashIT::isOurs)
                .forEach(reply -> requested.add(reply.path("replyId").asText()));
        Map<String, Set<String>> outcomes = new java.util.HashMap<>();
        kafka.values(Topics.REPLIES_SETTLED).stream()
                .filter(settled -> isOurs(settled.path("reply")))
                .forEach(settled -> outcomes.computeIfAbsent(
                                settled.at("/reply/replyId").asText(), unused -> new HashSet<>())
                        .add(settled.path("outcome").asText()));
        assertThat(outcomes.keySet()).as("every answer is settled").containsAll(requested);
        assertThat(outcomes.values()).as("with one outcome").allMatch(set -> set.size() == 1);
        outcomes.forEach((reply, outcome) -> {
            if (outcome.contains("SENT")) {
                assertThat(arrived).as("sent means arrived").anyMatch(text -> text.contains(reply));
            }
        });
        long unknown =
                outcomes.values().stream().filter(o -> o.contains("UNKNOWN")).count();
        System.out.println(
                "crash: replies " + requested.size() + ", arrived " + arrived.size() + ", unknown " + unknown);
    }

    /** Tells the answers of this test's agents from those that other tests gave in the same suite. */
    private static boolean isOurs(JsonNode reply) {
        return AGENTS.contains(reply.path("agent").asText());
    }
}
