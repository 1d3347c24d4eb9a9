package io.switchboard.gateway.world;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The world outside the gateway: a provider that does as it is told, and a mail server. */
public final class Outside implements QuarkusTestResourceLifecycleManager {
    private final Provider provider = new Provider();
    private final GreenMail mail = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });

    @Override
    public Map<String, String> start() {
        provider.start();
        mail.start();
        mail.setUser("support@acme.example", "support@acme.example", "support");
        return Map.of(
                "switchboard.graph.url", provider.url(),
                "SWITCHBOARD_IMAP_HOST", "127.0.0.1",
                "SWITCHBOARD_IMAP_PORT", String.valueOf(mail.getImap().getPort()),
                "SWITCHBOARD_SMTP_HOST", "127.0.0.1",
                "SWITCHBOARD_SMTP_PORT", String.valueOf(mail.getSmtp().getPort()));
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(provider, new TestInjector.MatchesType(Provider.class));
        injector.injectIntoFields(mail, new TestInjector.MatchesType(GreenMail.class));
    }

    @Override
    public void stop() {
        provider.stop();
        mail.stop();
    }
}
