package io.switchboard.platform.demo;

import io.switchboard.platform.Addresses;
import io.switchboard.platform.demo.Script.Conversation;
import io.switchboard.platform.doors.ChatDoor;
import io.switchboard.platform.doors.MailDoor;
import io.switchboard.platform.doors.MessengerDoor;
import io.switchboard.platform.process.Sockets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what the script says, through the doors that real customers use. */
final class Customers {
    /** Between two messages of the same customer. */
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private static final String MAILBOX = "support@acme.example";
    private static final Pattern NAME_AND_ADDRESS = Pattern.compile("(.*) <(.*)>");
    private static final Pattern SUBJECT_AND_TEXT = Pattern.compile("([^/]*) / (.*)");

    private final Addresses suite;
    private final MessengerDoor messenger;
    private final MailDoor mail;
    private final AtomicInteger said = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    Customers(Addresses suite) {
        this.suite = suite;
        this.messenger = MessengerDoor.ofAcme(suite.gateway());
        this.mail =
                new MailDoor(Sockets.HOST, suite.ports().smtp(), suite.ports().imap());
    }

    /** Returns how many messages were taken by the suite. */
    int said() {
        return said.get();
    }

    /** Returns how many messages were not taken. */
    int refused() {
        return refused.get();
    }

    /** Plays one conversation to its last message. */
    void play(Conversation conversation) throws InterruptedException {
        switch (conversation.channel()) {
            case "messenger" -> messenger(conversation);
            case "facebook" -> comments(conversation);
            case "email" -> mails(conversation);
            case "webchat" -> chat(conversation);
            default -> throw new IllegalArgumentException("No such channel: " + conversation.channel());
        }
    }

    private void messenger(Conversation conversation) throws InterruptedException {
        String person = "7" + number(conversation.who());
        for (String text : conversation.messages()) {
            count(messenger.message(person, "m_" + UUID.randomUUID(), text) == 200);
            Thread.sleep(PAUSE);
        }
    }

    private void comments(Conversation conversation) throws InterruptedException {
        String person = "8" + number(conversation.who());
        for (String text : conversation.messages()) {
            String post = "1" + number(conversation.who());
            String comment = String.valueOf(UUID.randomUUID().getMostSignificantBits() >>> 1);
            count(messenger.comment(person, conversation.who(), post, comment, text) == 200);
        }
    }

    private void mails(Conversation conversation) throws InterruptedException {
        Matcher who = NAME_AND_ADDRESS.matcher(conversation.who());
        if (!who.matches()) {
            throw new IllegalArgumentException("Not a name and an address: " + conversation.who());
        }
        String first = "";
        for (String message : conversation.messages()) {
            Matcher parts = SUBJECT_AND_TEXT.matcher(message);
            if (!parts.matches()) {
                throw new IllegalArgumentException("Not a subject and a text: " + message);
            }
            String id = "<" + UUID.randomUUID() + "@mail.example>";
            String subject = first.isEmpty() ? parts.group(1) : "Re: " + parts.group(1);
            mail.send(new MailDoor.Draft(
                    who.group(2), who.group(1), MAILBOX, subject, id, first.isEmpty() ? null : first, parts.group(2)));
            first = first.isEmpty() ? id : first;
            count(true);
            Thread.sleep(PAUSE);
        }
    }

    private void chat(Conversation conversation) throws InterruptedException {
        try (ChatDoor visitor = ChatDoor.visit(suite.gateway(), "acme-web")) {
            visitor.connect();
            List<String> texts = conversation.messages();
            for (String text : texts) {
                visitor.say(UUID.randomUUID().toString(), text);
                Thread.sleep(PAUSE);
            }
            said.addAndGet(visitor.acknowledged().size());
            refused.addAndGet(texts.size() - visitor.acknowledged().size());
        }
    }

    /** Returns a number that stands for somebody, alike every time. */
    private static long number(String who) {
        return Integer.toUnsignedLong(who.hashCode());
    }

    private void count(boolean taken) {
        (taken ? said : refused).incrementAndGet();
    }
}
