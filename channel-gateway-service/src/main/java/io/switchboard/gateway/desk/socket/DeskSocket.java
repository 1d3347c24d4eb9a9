package io.switchboard.gateway.desk.socket;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.switchboard.gateway.desk.Agent;
import io.switchboard.gateway.desk.DeskMessage;
import io.switchboard.gateway.desk.DeskSettings;
import io.switchboard.gateway.desk.signin.AccessToken;
import io.switchboard.kit.tenancy.Callers;
import jakarta.annotation.security.RolesAllowed;
import org.jboss.logging.Logger;

/**
 * The live desk of an agent or supervisor: a snapshot first, then every change; what the agent does comes back.
 *
 * <p>Closes with 1008 when the sign-in ends (the client signs in again and reconnects) or the desk asks too much, with
 * 1009 when a message is too big, with 1013 when the desk reads too slowly or cannot be read.
 */
@WebSocket(path = "/desk/socket")
@RolesAllowed({"agent", "supervisor"})
public class DeskSocket {
    private static final Logger LOG = Logger.getLogger(DeskSocket.class);
    private static final CloseReason UNREADABLE = new CloseReason(1009, "unreadable or too big");
    private static final CloseReason TOO_MANY_DESKS = new CloseReason(1008, "too many desks");

    private final SecurityIdentity identity;
    private final Callers callers;
    private final OpenDesks desks;
    private final Snapshots snapshots;
    private final Requesting requesting;
    private final Departures departures;
    private final DeskSettings settings;
    private final MeterRegistry metrics;

    DeskSocket(
            SecurityIdentity identity,
            Callers callers,
            OpenDesks desks,
            Snapshots snapshots,
            Requesting requesting,
            Departures departures,
            DeskSettings settings,
            MeterRegistry metrics) {
        this.identity = identity;
        this.callers = callers;
        this.desks = desks;
        this.snapshots = snapshots;
        this.requesting = requesting;
        this.departures = departures;
        this.settings = settings;
        this.metrics = metrics;
    }

    @OnOpen
    Uni<Void> opened(WebSocketConnection connection) {
        OpenDesk desk = new OpenDesk(connection, person(), settings.waitingMessages());
        if (!desks.add(connection.id(), desk)) {
            return connection.close(TOO_MANY_DESKS);
        }
        connection.userData().put(Allowance.KEY, new Allowance(settings.requestsPerSecond()));
        return departures.isHere(desk.person().agent()).chain(() -> snapshots.sendTo(desk));
    }

    @OnTextMessage
    Uni<Void> asked(String text, WebSocketConnection connection) {
        Allowance allowance = connection.userData().get(Allowance.KEY);
        OpenDesk desk = desks.of(connection.id()).orElse(null);
        if (desk == null || allowance == null) {
            return Uni.createFrom().voidItem();
        }
        if (!allowance.take(System.nanoTime())) {
            count("none", "too-many-requests");
            desk.tell(new DeskMessage.Refused(null, null, "too-many-requests"));
            return allowance.isAbused()
                    ? connection.close(Allowance.ABUSED)
                    : Uni.createFrom().voidItem();
        }
        return DeskRequest.read(text).map(request -> answer(desk, request)).orElseGet(() -> {
            count("none", "not-a-request");
            desk.tell(new DeskMessage.Refused(null, null, "not-a-request"));
            return Uni.createFrom().voidItem();
        });
    }

    @OnClose
    Uni<Void> closed(WebSocketConnection connection) {
        return desks.remove(connection.id())
                .map(desk -> departures.isHere(desk.person().agent()))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** What cannot be read, such as a message that is too big, ends the connection: the rest of it would be read as more. */
    @OnError
    Uni<Void> failed(Throwable failure, WebSocketConnection connection) {
        LOG.debug("a desk's connection failed", failure);
        return connection.isOpen()
                ? connection.close(UNREADABLE)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> answer(OpenDesk desk, DeskRequest request) {
        return requesting
                .of(desk.person().agent(), request)
                .invoke(answer -> {
                    count(request.name(), answer instanceof DeskMessage.Refused no ? no.reason() : "accepted");
                    desk.tell(answer);
                })
                .replaceWithVoid();
    }

    private OpenDesk.Person person() {
        return new OpenDesk.Person(
                Agent.of(callers.of(identity)),
                identity.getRoles(),
                AccessToken.of(identity),
                AccessToken.expiresAt(identity));
    }

    private void count(String request, String outcome) {
        metrics.counter("switchboard.desk.requests", "request", request, "outcome", outcome)
                .increment();
    }
}
