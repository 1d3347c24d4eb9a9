package io.switchboard.gateway.channel.email;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.account.Accounts;
import io.switchboard.gateway.claiming.Claim;
import io.switchboard.gateway.claiming.Claims;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Asks each mail server what it holds of the mails that were taken, and claims them: what is moved out of an inbox and yet never
 * came in, would be missed by nobody else.
 */
@ApplicationScoped
class MailboxClaims {
    private static final Logger LOG = Logger.getLogger(MailboxClaims.class);
    private static final Duration SENDING = Duration.ofSeconds(30);

    private final Accounts accounts;
    private final EmailConfig config;
    private final Claims claims;
    private final Clock clock = Clock.systemUTC();
    /** Up to where each mailbox was looked through; after a restart it is looked through again from a day before. */
    private final Map<Account, ProcessedMails.Position> positions = new ConcurrentHashMap<>();

    MailboxClaims(Accounts accounts, EmailConfig config, Claims claims) {
        this.accounts = accounts;
        this.config = config;
        this.claims = claims;
    }

    @Scheduled(every = "${switchboard.email.claim-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void claim() {
        List<Account> now = accounts.of(MailTranslator.CHANNEL);
        positions.keySet().retainAll(now);
        now.forEach(this::claim);
    }

    private void claim(Account account) {
        Mailbox mailbox = Mailbox.of(account);
        Instant since = clock.instant().minus(config.claimSince());
        try (ProcessedMails processed = new ProcessedMails(mailbox, config.maxBytes())) {
            ProcessedMails.Position position = positions.getOrDefault(account, ProcessedMails.Position.START);
            while (true) {
                ProcessedMails.Page page = processed.after(position, since);
                if (page.isEmpty()) {
                    return;
                }
                publish(account, page.claims());
                position = page.position();
                positions.put(account, position);
            }
        } catch (MessagingException | RuntimeException e) {
            // The next look begins where this one ended.
            LOG.warnf(
                    "mailbox %s: not looked through: %s", account, e.getClass().getSimpleName());
        }
    }

    private void publish(Account account, List<Claim> some) {
        claims.publish(account, some).await().atMost(SENDING);
    }
}
