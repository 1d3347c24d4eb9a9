package io.switchboard.gateway.channel.email;

import io.micrometer.core.instrument.MeterRegistry;
import io.switchboard.gateway.receiving.Arrival;
import io.switchboard.gateway.receiving.NotTakenException;
import io.switchboard.gateway.receiving.Receiving;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Looks into one mailbox again and again, and connects anew when the mail server was away. For a thread of its own. */
final class MailboxWatch implements Runnable {
    private static final Logger LOG = Logger.getLogger(MailboxWatch.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration TAKING = Duration.ofSeconds(30);

    private final Mailbox mailbox;
    private final EmailConfig config;
    private final Receiving receiving;
    private final MeterRegistry metrics;
    private final AtomicInteger waiting;

    MailboxWatch(
            Mailbox mailbox, EmailConfig config, Receiving receiving, MeterRegistry metrics, AtomicInteger waiting) {
        this.mailbox = mailbox;
        this.config = config;
        this.receiving = receiving;
        this.metrics = metrics;
        this.waiting = waiting;
    }

    @Override
    public void run() {
        Duration pause = FIRST_PAUSE;
        while (!Thread.currentThread().isInterrupted()) {
            try {
                read();
                pause = FIRST_PAUSE;
            } catch (MessagingException | NotTakenException e) {
                LOG.warnf("mailbox %s: %s", mailbox.account(), e.getClass().getSimpleName());
                count("unavailable");
            } catch (RuntimeException e) {
                LOG.errorf(e, "mailbox %s", mailbox.account());
                count("unavailable");
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            pause = pause.multipliedBy(2).compareTo(config.longestPause()) < 0
                    ? pause.multipliedBy(2)
                    : config.longestPause();
        }
    }

    /** Reads until the connection fails or a message is not taken. */
    private void read() throws MessagingException {
        OwnMessageId ownIds = new OwnMessageId(mailbox.domain(), mailbox.password());
        MailTranslator translator = new MailTranslator(mailbox.account().address(), ownIds, config.maxBytes());
        try (MailboxReader reader = new MailboxReader(mailbox, translator, config.maxBytes())) {
            while (true) {
                int before = waiting.get();
                waiting.set(reader.read(this::take, (kind, _) -> ignored(kind)));
                if (waiting.get() == 0 || waiting.get() == before) {
                    Thread.sleep(config.every());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(List<Arrival> some) {
        receiving.take(mailbox.account(), some).await().atMost(TAKING);
        count("taken", some.size());
    }

    private void ignored(String kind) {
        count(kind);
        metrics.counter("switchboard.messages.ignored", "channel", MailTranslator.CHANNEL, "kind", kind)
                .increment();
    }

    private void count(String result) {
        count(result, 1);
    }

    private void count(String result, int mails) {
        metrics.counter(
                        "switchboard.mailbox.mails",
                        "account",
                        mailbox.account().address(),
                        "result",
                        result)
                .increment(mails);
    }
}
