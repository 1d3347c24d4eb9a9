package io.switchboard.platform;

import io.switchboard.platform.parts.PartName;
import io.switchboard.platform.process.Sockets;
import java.time.Duration;
import java.util.Locale;

/** What is printed when everything answers: where to go, and as whom. */
final class Welcome {
    private Welcome() {}

    static String text(Suite suite, Duration took) {
        Addresses at = suite.addresses();
        String front = suite.has(PartName.CHANNEL_GATEWAY)
                ? "  Agent desk    " + at.desk() + "\n  Chat widget   " + at.chat() + "\n"
                : "  (no agent desk and no chat widget: the gateway was not built)\n";
        return String.format(Locale.ROOT, "%nSwitchboard is ready after %.1f s.%n%n", took.toMillis() / 1000.0)
                + front
                + "  Keycloak      " + at.realm() + "\n"
                + "  Mail          smtp " + Sockets.HOST + ":" + at.ports().smtp() + ", imap " + Sockets.HOST + ":"
                + at.ports().imap() + " (support@acme.example, password support)\n"
                + "  Provider      " + at.provider() + "/_test/sent (what customers got)\n"
                + "  Kafka         " + at.kafka() + "\n"
                + """

                Sign in with the password switchboard as
                  anna, ben, clara, diego or emma   agents of Acme
                  sam                               Acme's supervisor
                  gina, gus                         agent and supervisor of Globex

                Logs are in .switchboard/log. Ctrl-C stops everything.
                """;
    }
}
