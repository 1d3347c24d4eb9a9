package io.switchboard.gateway.account;

/**
 * What a channel demands of its accounts beyond what all have. Every channel that has settings offers one as a bean, so
 * that a broken file is found when it is read and not when a customer writes.
 */
public interface AccountCheck {
    /** Returns the channel whose accounts it checks. */
    String channel();

    /**
     * Checks an account.
     *
     * @throws BrokenAccountException when a setting or secret is missing or wrong
     */
    void check(Account account);
}
