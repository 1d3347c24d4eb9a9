package io.switchboard.e2e;

import io.switchboard.platform.Addresses;
import io.switchboard.platform.doors.ChatDoor;
import io.switchboard.platform.doors.MailDoor;
import io.switchboard.platform.doors.MessengerDoor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Customers who write over three channels at a steady pace and insist: what the gateway did not acknowledge is said again
 * under the same id, as providers, mail servers and the widget do.
 */
final class Load {
    private static final int MESSAGES_A_CUSTOMER = 5;
    private static final Duration RETRY = Duration.ofMillis(700);
    private static final String[] TEXTS = {
        "My parcel is lost, where is it?",
        "Meine Rechnung ist falsch, bitte prüfen Sie das.",
        "La aplicación no funciona desde ayer.",
        "Je voudrais résilier mon contrat.",
        "Can you call me back today?"
    };

    private final Addresses suite;
    private final MessengerDoor messenger;
    private final MailDoor mail;
    private final long deadline;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<ChatDoor> chats = new ConcurrentLinkedQueue<>();

    Load(Addresses suite, Duration longest) {
        this.suite = suite;
        this.messenger = MessengerDoor.ofAcme(suite.gateway());
        this.mail =
                new MailDoor("127.0.0.1", suite.ports().smtp(), suite.ports().imap());
        this.deadline = System.nanoTime() + longest.toNanos();
    }

    /** Plays {@code messages} messages, {@code perSecond} a second, and returns when all were acknowledged or time is up. */
    void play(int messages, double perSecond) throws Exception {
        int customers = messages / MESSAGES_A_CUSTOMER;
        long pace = (long) (1e9 * MESSAGES_A_CUSTOMER / perSecond);
        long begin = System.nanoTime();
        List<Future<?>> playing = new ArrayList<>();
        try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < customers; i++) {
                int customer = i;
                playing.add(hands.submit(() -> play(customer)));
                TimeUnit.NANOSECONDS.sleep(Math.max(0, begin + (i + 1) * pace - System.nanoTime()));
            }
            for (Future<?> customer : playing) {
                customer.get();
            }
        }
    }

    private Void play(int customer) throws InterruptedException {
        switch (customer % 5) {
            case 0, 1 -> messenger(customer);
            case 2, 3 -> chat(customer);
            default -> mail(customer);
        }
        return null;
    }

    private void messenger(int customer) throws InterruptedException {
        for (int i = 0; i < MESSAGES_A_CUSTOMER; i++) {
            String mid = "m_crash_" + UUID.randomUUID();
            while (!acknowledged.contains(mid) && hasTime()) {
                try {
                    if (messenger.message("9" + customer, mid, TEXTS[i]) == 200) {
                        acknowledged.add(mid);
                        break;
                    }
                } catch (RuntimeException gatewayAway) {
                    // A provider tries again, and so do we.
                }
                Thread.sleep(RETRY);
            }
            Thread.sleep(400);
        }
    }

    private void mail(int customer) throws InterruptedException {
        String first = null;
        for (int i = 0; i < MESSAGES_A_CUSTOMER; i++) {
            String id = "<crash." + UUID.randomUUID() + "@mail.example>";
            mail.send(new MailDoor.Draft(
                    "crash" + customer + "@mail.example",
                    "Customer " + customer,
                    "support@acme.example",
                    "Case " + customer,
                    id,
                    first,
                    TEXTS[i]));
            acknowledged.add(id);
            first = first == null ? id : first;
            Thread.sleep(400);
        }
    }

    private void chat(int customer) throws InterruptedException {
        ChatDoor visitor = visit();
        chats.add(visitor);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < MESSAGES_A_CUSTOMER; i++) {
            String id = UUID.randomUUID().toString();
            ids.add(id);
            sayQuietly(visitor, id, TEXTS[i] + " " + customer);
            Thread.sleep(400);
        }
        while (!visitor.acknowledged().containsAll(ids) && hasTime()) {
            reconnect(visitor);
            Thread.sleep(RETRY);
        }
        visitor.acknowledged().forEach(id -> acknowledged.add(visitor.visitor() + ":" + id));
    }

    private ChatDoor visit() throws InterruptedException {
        while (true) {
            try {
                ChatDoor visitor = ChatDoor.visit(suite.gateway(), "acme-web");
                visitor.connect();
                return visitor;
            } catch (RuntimeException gatewayAway) {
                if (!hasTime()) {
                    throw gatewayAway;
                }
                Thread.sleep(RETRY);
            }
        }
    }

    private static void sayQuietly(ChatDoor visitor, String id, String text) {
        try {
            visitor.say(id, text);
        } catch (RuntimeException gatewayAway) {
            // It stays unacknowledged and is said again after the next connection.
        }
    }

    /** Connects every visitor whose connection is gone, as the widget does. */
    void reconnectVisitors() {
        chats.forEach(Load::reconnect);
    }

    private static void reconnect(ChatDoor visitor) {
        try {
            if (visitor.disconnected()) {
                visitor.connect();
            }
        } catch (RuntimeException gatewayAway) {
            // Tried again by whoever called.
        }
    }

    private boolean hasTime() {
        return System.nanoTime() < deadline;
    }

    /** Returns the providers' ids of what was acknowledged. */
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    /** Returns the visitors who chat. */
    List<ChatDoor> chats() {
        return List.copyOf(chats);
    }
}
