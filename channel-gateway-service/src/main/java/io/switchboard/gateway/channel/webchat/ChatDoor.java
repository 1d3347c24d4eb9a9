package io.switchboard.gateway.channel.webchat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.switchboard.gateway.account.Account;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Lets visitors in before their socket is opened: from an allowed website, with a good token. */
@ApplicationScoped
public class ChatDoor implements HttpUpgradeCheck {
    private static final Pattern PATH = Pattern.compile("/chat/([^/]+)/socket");
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final int UNAUTHORIZED = 401;

    private final Widgets widgets;
    private final MeterRegistry metrics;
    private final Clock clock = Clock.systemUTC();

    ChatDoor(Widgets widgets, MeterRegistry metrics) {
        this.widgets = widgets;
        this.metrics = metrics;
    }

    @Override
    public boolean appliesTo(String endpoint) {
        return ChatSocket.ENDPOINT.equals(endpoint);
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        HttpServerRequest request = context.httpRequest();
        Matcher path = PATH.matcher(request.path());
        Optional<Account> widget = path.matches() ? widgets.find(path.group(1)) : Optional.empty();
        if (widget.isEmpty()) {
            return refuse(NOT_FOUND, "unknown-widget");
        }
        if (!Widgets.allows(widget.get(), request.getHeader("Origin"))) {
            return refuse(FORBIDDEN, "origin");
        }
        return visitor(widget.get(), request.getHeader("Sec-WebSocket-Protocol"))
                        .isPresent()
                ? CheckResult.permitUpgrade()
                : refuse(UNAUTHORIZED, "token");
    }

    /** Finds the visitor behind the protocols that a browser offers: the token is the only header it can send. */
    Optional<Visitor> visitor(Account widget, @Nullable String protocols) {
        List<String> offered = protocols == null ? List.of() : Arrays.asList(protocols.split(",", -1));
        return offered.stream()
                .flatMap(each -> VisitorTokens.read(widget, each.strip(), clock.instant()).stream())
                .findFirst();
    }

    /** Finds the visitor of an opened socket. */
    Optional<Visitor> visitor(String widget, @Nullable String protocols) {
        return widgets.find(widget).flatMap(account -> visitor(account, protocols));
    }

    private Uni<CheckResult> refuse(int status, String reason) {
        metrics.counter("switchboard.webhooks.refused", "channel", Widgets.CHANNEL, "reason", reason)
                .increment();
        return CheckResult.rejectUpgrade(status);
    }
}
