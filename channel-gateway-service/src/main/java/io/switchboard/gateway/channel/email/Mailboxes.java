package io.switchboard.gateway.channel.email;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.account.Accounts;
import io.switchboard.gateway.receiving.Receiving;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Has every mailbox watched, one thread each, as the accounts say now. */
@Startup
@ApplicationScoped
public class Mailboxes {
    private final Accounts accounts;
    private final EmailConfig config;
    private final Receiving receiving;
    private final MeterRegistry metrics;
    private final Map<Account, Thread> watched = new HashMap<>();
    private final Map<String, AtomicInteger> waiting = new ConcurrentHashMap<>();

    Mailboxes(Accounts accounts, EmailConfig config, Receiving receiving, MeterRegistry metrics) {
        this.accounts = accounts;
        this.config = config;
        this.receiving = receiving;
        this.metrics = metrics;
    }

    /** The mail library takes its leniency from the system, not from the session. */
    @PostConstruct
    void tolerateBrokenMail() {
        for (String tolerance : List.of(
                "mail.mime.ignoreunknownencoding",
                "mail.mime.base64.ignoreerrors",
                "mail.mime.uudecode.ignoreerrors",
                "mail.mime.uudecode.ignoremissingbeginend",
                "mail.mime.multipart.ignoremissingendboundary",
                "mail.mime.multipart.allowempty",
                "mail.mime.decodeparameters")) {
            System.setProperty(tolerance, "true");
        }
        System.setProperty("mail.mime.parameters.strict", "false");
    }

    /** Follows the accounts: a changed account is watched anew. */
    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void follow() {
        List<Account> now = accounts.of(MailTranslator.CHANNEL);
        watched.entrySet().removeIf(entry -> {
            boolean gone = !now.contains(entry.getKey()) || !entry.getValue().isAlive();
            if (gone) {
                entry.getValue().interrupt();
            }
            return gone;
        });
        now.forEach(account -> watched.computeIfAbsent(account, this::watch));
    }

    private Thread watch(Account account) {
        AtomicInteger count = waiting.computeIfAbsent(
                account.address(),
                address ->
                        metrics.gauge("switchboard.mailbox.waiting", Tags.of("account", address), new AtomicInteger()));
        return Thread.ofVirtual()
                .name("mailbox-" + account.address())
                .start(new MailboxWatch(Mailbox.of(account), config, receiving, metrics, count));
    }

    synchronized void end(@Observes ShutdownEvent event) {
        watched.values().forEach(Thread::interrupt);
        watched.clear();
    }
}
