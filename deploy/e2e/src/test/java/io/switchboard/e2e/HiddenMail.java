package io.switchboard.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.switchboard.platform.Addresses;
import io.switchboard.platform.doors.Http;
import io.switchboard.platform.parts.PartName;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;

/** A mail that lies among those that were taken, and that nobody took: somebody moved it there by hand. */
final class HiddenMail {
    /** As the suite is told for this module's tests; then it is claimed, and the gauges are counted anew. */
    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private static final Duration COUNTING = Duration.ofSeconds(45);

    private final Addresses suite;
    private final Instant laid;

    private HiddenMail(Addresses suite, Instant laid) {
        this.suite = suite;
        this.laid = laid;
    }

    @SuppressWarnings("JavaUtilDate") // the mail API knows no other
    static HiddenMail lay(Addresses suite) throws MessagingException {
        Properties properties = new Properties();
        Session session = Session.getInstance(properties);
        try (Store store = session.getStore("imap")) {
            store.connect("127.0.0.1", suite.ports().imap(), "support@acme.example", "any");
            Folder taken = store.getFolder("Processed");
            if (!taken.exists()) {
                taken.create(Folder.HOLDS_MESSAGES);
            }
            MimeMessage mail = new MimeMessage(session);
            mail.setFrom(new InternetAddress("hidden@mail.example"));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress("support@acme.example"));
            mail.setSubject("Nobody took this", "UTF-8");
            mail.setSentDate(new Date());
            mail.setText("Where is my refund?", "UTF-8");
            taken.appendMessages(new Message[] {mail});
        }
        return new HiddenMail(suite, Instant.now());
    }

    /** Waits until what the alarms look at shows it: as missing, and past its deadline as overdue. */
    void awaitAlarm() {
        Instant due = laid.plus(DEADLINE).plus(COUNTING);
        Duration left = Duration.between(Instant.now(), due);
        await().atMost(left.compareTo(COUNTING) > 0 ? left : COUNTING)
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    String metrics = metrics(PartName.CUSTOMER_PROFILE);
                    assertThat(metrics).containsPattern("switchboard_ledger_missing\\{[^}]*acme[^}]*} 1\\.0");
                    assertThat(metrics).containsPattern("switchboard_ledger_overdue\\{[^}]*acme[^}]*} [1-9]");
                    assertThat(metrics(PartName.CHANNEL_GATEWAY))
                            .as("pages are asked, too")
                            .containsPattern("switchboard_pages_looked_total\\{[^}]*result=\"done\"[^}]*} [1-9]");
                });
    }

    private String metrics(PartName service) throws InterruptedException {
        return Http.send(HttpRequest.newBuilder(URI.create(suite.management(service) + "/q/metrics")))
                .body();
    }
}
