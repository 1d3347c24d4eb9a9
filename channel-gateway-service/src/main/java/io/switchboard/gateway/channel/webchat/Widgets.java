package io.switchboard.gateway.channel.webchat;

import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.account.AccountCheck;
import io.switchboard.gateway.account.Accounts;
import io.switchboard.gateway.account.BrokenAccountException;
import io.switchboard.gateway.account.Secret;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The chat widgets of the organisations' websites. */
@ApplicationScoped
public class Widgets implements AccountCheck {
    static final String CHANNEL = "webchat";

    private static final String ORIGINS = "origins";
    private static final int SHORTEST_SECRET = 16;
    /** RFC 7518 asks of HS256 a key as long as its hash. */
    private static final int SHORTEST_IDENTITY_SECRET = 32;

    private final Accounts accounts;

    Widgets(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public void check(Account account) {
        if (!account.address().matches("[A-Za-z0-9_-]{1,64}")) {
            throw new BrokenAccountException("address", "is more than letters, digits, - and _");
        }
        account.required(ORIGINS);
        if (!account.settings(ORIGINS).stream().allMatch(Origins::isForm)) {
            throw new BrokenAccountException(ORIGINS, "are not of the form https://host or https://host:port");
        }
        if (account.secret(VisitorTokens.SECRET).reveal().length() < SHORTEST_SECRET) {
            throw new BrokenAccountException(VisitorTokens.SECRET + "File", "is shorter than 16 characters");
        }
        if (SignedIdentities.areWanted(account)) {
            checkIdentitySecret(account);
        }
    }

    /** Who may sign identities must not be able to sign visitors' tokens, nor the other way round. */
    private static void checkIdentitySecret(Account account) {
        Secret secret = account.secret(SignedIdentities.SECRET);
        if (secret.bytes().length < SHORTEST_IDENTITY_SECRET) {
            throw new BrokenAccountException(SignedIdentities.SECRET + "File", "is shorter than 32 bytes");
        }
        if (secret.equals(account.secret(VisitorTokens.SECRET))) {
            throw new BrokenAccountException(SignedIdentities.SECRET + "File", "holds the secret of the tokens");
        }
    }

    /** Finds a widget by the id in its address. */
    Optional<Account> find(String id) {
        return accounts.find(CHANNEL, id);
    }

    /** Returns the websites that a widget may be on. */
    static List<String> origins(Account widget) {
        return widget.settings(ORIGINS);
    }

    /** Tells whether a page of {@code origin} may use a widget. */
    static boolean allows(Account widget, @Nullable String origin) {
        return Origins.allow(origins(widget), origin);
    }
}
