package io.switchboard.gateway.channel.email;

import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.account.AccountCheck;
import jakarta.enterprise.context.ApplicationScoped;

/** What a mailbox's file must say. */
@ApplicationScoped
public class EmailAccounts implements AccountCheck {
    @Override
    public String channel() {
        return MailTranslator.CHANNEL;
    }

    @Override
    public void check(Account account) {
        Mailbox.of(account);
    }
}
