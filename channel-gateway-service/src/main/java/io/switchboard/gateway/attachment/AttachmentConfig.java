package io.switchboard.gateway.attachment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/** What may be kept, and where. */
@ConfigMapping(prefix = "switchboard")
public interface AttachmentConfig {
    /** The folder for what must outlive a restart. */
    State state();

    /** Caps. */
    Attachments attachments();

    /** The folder for what must outlive a restart ({@code SWITCHBOARD_STATE_DIR}). */
    interface State {
        Path dir();
    }

    /** Caps on what a message may bring. */
    interface Attachments {
        /** Bytes of one file. */
        @WithDefault("26214400")
        int maxBytes();

        /** Files of one message. */
        @WithDefault("20")
        int maxFiles();

        /** How long all files of one delivery may take: the provider waits for its acknowledgement meanwhile. */
        @WithDefault("2s")
        Duration within();
    }
}
