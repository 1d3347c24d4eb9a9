package io.switchboard.profile.messaging;

import static io.switchboard.profile.support.Fixtures.aPrivateMessage;
import static io.switchboard.profile.support.Fixtures.aTenant;
import static io.switchboard.profile.support.Fixtures.understood;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.profile.sources.imports.LiveIntake;
import io.switchboard.profile.support.Broker;
import io.switchboard.profile.support.ComponentTest;
import io.switchboard.profile.support.Database;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Whoever must not be in the way of messages is told when they wait. */
@ComponentTest
class UnderstoodDelayTest {
    @Inject
    Broker broker;

    @Inject
    Database database;

    @Inject
    LiveIntake messages;

    @Test
    void messagesThatWaitAreSeen() {
        database.close();
        try {
            broker.understand(understood(aPrivateMessage(aTenant())));
            await().atMost(Duration.ofSeconds(30)).until(() -> messages.behind().compareTo(Duration.ofSeconds(2)) > 0);
            assertThat(messages.flow()).isTrue();
            assertThat(messages.busy()).isTrue();
        } finally {
            database.open();
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> messages.behind().isZero() && !messages.flow());
    }
}
