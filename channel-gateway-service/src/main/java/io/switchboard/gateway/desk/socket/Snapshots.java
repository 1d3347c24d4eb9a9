package io.switchboard.gateway.desk.socket;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.CloseReason;
import io.smallrye.mutiny.Uni;
import io.switchboard.gateway.desk.Desk;
import io.switchboard.gateway.desk.DeskMessage;
import io.switchboard.gateway.desk.Desks;
import io.switchboard.gateway.desk.Notice;
import io.switchboard.gateway.desk.Noticeboard;
import io.switchboard.gateway.recovery.Recovery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Brings desks up to date: the whole picture when they connect, then each notice; the whole again after a gap. */
@ApplicationScoped
class Snapshots {
    private static final Logger LOG = Logger.getLogger(Snapshots.class);
    /** The desk cannot be read; the client tries again later. */
    private static final CloseReason NO_DESK = new CloseReason(1013, "try again later");

    private final Desks desks;
    private final OpenDesks open;
    private final Noticeboard noticeboard;
    private final Recovery recovery;

    Snapshots(Desks desks, OpenDesks open, Noticeboard noticeboard, Recovery recovery) {
        this.desks = desks;
        this.open = open;
        this.noticeboard = noticeboard;
        this.recovery = recovery;
    }

    void onStart(@Observes StartupEvent started) {
        noticeboard.listen(this::pass, this::afterGap);
    }

    void afterRecovery(@Observes Recovery.Recovered recovered) {
        showAnew();
    }

    /** Sends a desk the whole picture. */
    Uni<Void> sendTo(OpenDesk desk) {
        desk.hold();
        return desks.of(desk.person().agent())
                .invoke(found -> desk.begin(snapshot(desk.person(), found)))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.warnf("no snapshot: %s", failure.toString());
                    desk.close(NO_DESK);
                    return Uni.createFrom().voidItem();
                });
    }

    private void pass(Notice notice) {
        open.of(notice.agent()).forEach(desk -> desk.tell(notice.message()));
    }

    private void afterGap() {
        recovery.doubt();
        showAnew();
    }

    private void showAnew() {
        open.all().forEach(desk -> sendTo(desk).subscribe().with(_ -> {}, failure -> LOG.warn("no snapshot", failure)));
    }

    private static DeskMessage.Snapshot snapshot(OpenDesk.Person person, Desk desk) {
        return new DeskMessage.Snapshot(
                desk.agent(),
                person.agent().tenant(),
                person.agent().centre(),
                person.roles(),
                person.expiresAt(),
                Instant.now(),
                desk.presence(),
                desk.presenceReason(),
                desk.offers(),
                desk.work());
    }
}
