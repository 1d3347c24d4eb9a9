package io.switchboard.gateway.account;

import io.smallrye.config.ConfigMapping;
import java.nio.file.Path;

/** Where the accounts are. */
@ConfigMapping(prefix = "switchboard.accounts")
public interface AccountConfig {
    /** The folder of account files ({@code SWITCHBOARD_ACCOUNTS_DIR}). */
    Path dir();
}
