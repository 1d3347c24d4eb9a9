package io.switchboard.platform.parts;

import static org.assertj.core.api.Assertions.assertThat;

import io.switchboard.platform.process.Sockets;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MailPartTest {
    private final List<Integer> ports = Sockets.pickFree(2);

    @Test
    void mailThatWasSentLiesInTheSupportMailboxAndInAnyCustomers() throws Exception {
        Part mail = new MailPart(ports.getFirst(), ports.getLast());
        mail.start();
        try {
            for (String to : List.of("support@acme.example", "someone@customers.example")) {
                send(to);
                assertThat(subjects(to)).containsExactly("To " + to);
            }
        } finally {
            mail.stop();
        }
        assertThat(Sockets.answers(ports.getFirst())).isFalse();
    }

    private void send(String to) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", Sockets.HOST);
        properties.put("mail.smtp.port", String.valueOf(ports.getFirst()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("writer@customers.example"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject("To " + to);
        message.setText("Hello");
        Transport.send(message);
    }

    private List<String> subjects(String mailbox) throws Exception {
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(Sockets.HOST, ports.getLast(), mailbox, "support");
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(jakarta.mail.Folder.READ_ONLY);
                return List.of(inbox.getMessages()[0].getSubject());
            }
        }
    }
}
