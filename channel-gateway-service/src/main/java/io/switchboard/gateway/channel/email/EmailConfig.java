package io.switchboard.gateway.channel.email;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How mailboxes are read. */
@ConfigMapping(prefix = "switchboard.email")
public interface EmailConfig {
    /** The pause between two looks into a mailbox. */
    @WithDefault("3s")
    Duration every();

    /** The longest pause while a mail server does not answer. */
    @WithDefault("1m")
    Duration longestPause();

    /** How often a mail server is asked what it holds of the mails that were taken. */
    @WithDefault("15m")
    Duration claimEvery();

    /** How far back it is asked after a restart. */
    @WithDefault("24h")
    Duration claimSince();

    /** Bytes of one mail; a larger one is put aside, not lost. */
    @WithDefault("26214400")
    int maxBytes();
}
