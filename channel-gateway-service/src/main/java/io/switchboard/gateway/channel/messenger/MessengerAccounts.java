package io.switchboard.gateway.channel.messenger;

import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.account.AccountCheck;
import io.switchboard.gateway.account.Accounts;
import io.switchboard.gateway.account.BrokenAccountException;
import io.switchboard.gateway.account.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The pages, each with the app through which Meta tells of it. */
@ApplicationScoped
public class MessengerAccounts implements AccountCheck {
    /** The channel in the accounts' files; public posts of a page are under the same account. */
    static final String CHANNEL = PrivateMessages.CHANNEL;

    private static final String APP = "app";
    private static final String APP_SECRET = "appSecret";
    private static final String VERIFY_TOKEN = "verifyToken";
    private static final String PAGE_TOKEN = "pageToken";
    /** The channels on which the page is asked what was written to it. */
    private static final String RECONCILE = "reconcile";

    private static final String NOTHING = "none";
    private static final Set<String> RECONCILED = Set.of(PrivateMessages.CHANNEL, PublicPosts.CHANNEL);

    private final Accounts accounts;

    MessengerAccounts(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public void check(Account account) {
        account.required(APP);
        account.secret(APP_SECRET);
        account.secret(VERIFY_TOKEN);
        account.secret(PAGE_TOKEN);
        List<String> reconciled = account.settings(RECONCILE);
        if (!RECONCILED.containsAll(reconciled) && !reconciled.equals(List.of(NOTHING))) {
            throw new BrokenAccountException(RECONCILE, "is neither of " + RECONCILED + " nor " + NOTHING);
        }
    }

    /** Tells whether a page is asked what was written to it on a channel; it is, unless its file says else. */
    static boolean isReconciled(Account page, String channel) {
        List<String> reconciled = page.settings(RECONCILE);
        return reconciled.isEmpty() || reconciled.contains(channel);
    }

    /** Returns the secrets that sign for an app: more than one while it is being changed page by page. */
    List<Secret> appSecrets(String app) {
        return of(app).stream()
                .map(account -> account.secret(APP_SECRET))
                .distinct()
                .toList();
    }

    /** Returns what Meta must say to connect an app. */
    List<Secret> verifyTokens(String app) {
        return of(app).stream()
                .map(account -> account.secret(VERIFY_TOKEN))
                .distinct()
                .toList();
    }

    /** Finds a page under the app that signed: one app must not speak for another's pages. */
    Optional<Account> page(String app, String page) {
        return of(app).stream()
                .filter(account -> account.address().equals(page))
                .findFirst();
    }

    /** Returns what a page shows to send as itself. */
    static Secret pageToken(Account page) {
        return page.secret(PAGE_TOKEN);
    }

    private List<Account> of(String app) {
        return accounts.of(CHANNEL).stream()
                .filter(account -> account.setting(APP).filter(app::equals).isPresent())
                .toList();
    }
}
