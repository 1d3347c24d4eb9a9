package io.switchboard.gateway.channel.messenger;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.account.Accounts;
import io.switchboard.gateway.claiming.Claim;
import io.switchboard.gateway.claiming.Claims;
import io.switchboard.gateway.claiming.LastLooks;
import io.switchboard.gateway.receiving.Arrival;
import io.switchboard.gateway.receiving.CatchingUp;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Asks the Graph API what was written to each page, and claims it. What no webhook told of is taken in at once: a webhook that
 * Meta gave up, or one that we lost, would be missed by nobody else.
 */
@ApplicationScoped
class PageClaims {
    private static final Logger LOG = Logger.getLogger(PageClaims.class);
    private static final Duration SENDING = Duration.ofSeconds(30);

    private final Accounts accounts;
    private final GraphConfig config;
    private final GraphReader graph;
    private final List<PageLists> lists;
    private final LastLooks looks;
    private final Claims claims;
    private final CatchingUp catchingUp;
    private final MeterRegistry metrics;
    private final Clock clock = Clock.systemUTC();

    PageClaims(
            Accounts accounts,
            GraphConfig config,
            GraphReader graph,
            @All List<PageLists> lists,
            LastLooks looks,
            Claims claims,
            CatchingUp catchingUp,
            MeterRegistry metrics) {
        this.accounts = accounts;
        this.config = config;
        this.graph = graph;
        this.lists = lists;
        this.looks = looks;
        this.claims = claims;
        this.catchingUp = catchingUp;
        this.metrics = metrics;
    }

    @Scheduled(every = "${switchboard.graph.claim-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void claim() {
        accounts.of(MessengerAccounts.CHANNEL)
                .forEach(page -> lists.stream()
                        .filter(list -> MessengerAccounts.isReconciled(page, list.channel()))
                        .forEach(list -> count(page, list, look(page, list))));
    }

    /** Returns how it ended, in a fixed word. */
    private String look(Account page, PageLists list) {
        Instant now = clock.instant();
        try {
            Window window = Window.of(looks.of(page, list.channel()), now, config.claimSince());
            list.read(new PageReader(graph, page), page.address(), window, found -> found(page, found));
            looks.note(page, list.channel(), now);
            return "done";
        } catch (NoAnswerException e) {
            // The next look begins where the last good one did.
            LOG.warnf("page %s: %s not looked through: %s", page, list.channel(), e.getMessage());
            return String.valueOf(e.getMessage());
        } catch (RuntimeException e) {
            LOG.warnf(
                    "page %s: %s not looked through: %s",
                    page, list.channel(), e.getClass().getSimpleName());
            return "not-taken";
        }
    }

    private void found(Account page, List<Arrival> found) {
        claims.publish(page, found.stream().map(PageClaims::claim).toList())
                .await()
                .atMost(SENDING);
        catchingUp.take(page, found).await().atMost(SENDING);
    }

    private static Claim claim(Arrival arrival) {
        return new Claim(arrival.channel(), arrival.providerMessageId(), arrival.sentAt());
    }

    private void count(Account page, PageLists list, String result) {
        metrics.counter(
                        "switchboard.pages.looked",
                        "account",
                        page.address(),
                        "channel",
                        list.channel(),
                        "result",
                        result)
                .increment();
    }
}
