package io.switchboard.gateway.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** The accounts of this installation, as their files say now. */
@Startup
@ApplicationScoped
public class Accounts {
    private static final Logger LOG = Logger.getLogger(Accounts.class);

    private final AccountFolder folder;
    private final String place;
    private volatile List<Account> accounts = List.of();
    private volatile int broken;

    Accounts(AccountConfig config, Config variables, @All List<AccountCheck> checks, MeterRegistry metrics) {
        this.place = config.dir().toString();
        this.folder = new AccountFolder(
                config.dir().toAbsolutePath(),
                new AccountFile(name -> variables.getOptionalValue(name, String.class)),
                account -> checks.stream()
                        .filter(check -> check.channel().equals(account.channel()))
                        .forEach(check -> check.check(account)));
        metrics.gauge("switchboard.accounts.broken", this, accounts -> accounts.broken);
        metrics.gauge("switchboard.accounts", this, accounts -> accounts.accounts.size());
    }

    /** Returns a channel's accounts. */
    public List<Account> of(String channel) {
        return accounts.stream()
                .filter(account -> account.channel().equals(channel))
                .toList();
    }

    /** Finds an account by its address. */
    public Optional<Account> find(String channel, String address) {
        return accounts.stream()
                .filter(account ->
                        account.channel().equals(channel) && account.address().equals(address))
                .findFirst();
    }

    @PostConstruct
    void readFirst() {
        read();
        if (accounts.isEmpty()) {
            LOG.warnf("no channel accounts in %s", place);
        }
    }

    /** Files are compared and not watched: mounted folders don't tell of changes reliably. */
    @Scheduled(every = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void readAgain() {
        if (folder.hasChanged()) {
            read();
        }
    }

    private synchronized void read() {
        AccountFolder.Reading reading = folder.read();
        reading.broken()
                .forEach(file -> LOG.errorf(
                        "account file %s: %s", file.file(), file.problem().getMessage()));
        logChanges(reading.accounts());
        accounts = reading.accounts();
        broken = reading.broken().size();
    }

    private void logChanges(List<Account> now) {
        Set<Account> before = new HashSet<>(accounts);
        now.stream()
                .filter(account -> !before.contains(account))
                .forEach(account -> LOG.infof("account %s of %s/%s read", account, account.tenant(), account.centre()));
        Set<String> left = new HashSet<>(now.stream().map(Account::toString).toList());
        accounts.stream()
                .filter(account -> !left.contains(account.toString()))
                .forEach(account -> LOG.warnf("account %s is gone", account));
    }
}
