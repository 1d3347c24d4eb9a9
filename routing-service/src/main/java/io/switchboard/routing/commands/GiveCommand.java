package io.switchboard.routing.commands;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.Keys;
import io.switchboard.contracts.routing.RoutingCommand;
import io.switchboard.kit.event.EventHeaders;
import io.switchboard.kit.event.Events;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/** Hands commands to the engine's topic. */
@ApplicationScoped
class GiveCommand {
    private static final Logger LOG = Logger.getLogger(GiveCommand.class);
    private static final Duration PATIENCE = Duration.ofMillis(2_500);
    /** More than this many unacknowledged commands means that Kafka is away; the rest are refused at once. */
    private static final long WAITING = 1_024;

    private final MutinyEmitter<byte[]> commands;

    GiveCommand(
            @Channel("given-commands") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = WAITING)
                    MutinyEmitter<byte[]> commands) {
        this.commands = commands;
    }

    /** Completes when Kafka has the command; fails with 503 when it does not answer in time. */
    Uni<Void> to(RoutingCommand command) {
        String key = Keys.centre(command.tenant(), command.centre());
        var headers = new EventHeaders(
                command.commandId().toString(),
                EventTypes.of(command),
                "/routing/api",
                command.agent(),
                command.at(),
                command.tenant(),
                command.centre());
        return Events.send(commands, key, headers, command)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .transform(away -> {
                    LOG.warnf(
                            "%s: command %s not taken: %s",
                            key, command.commandId(), away.getClass().getSimpleName());
                    return HttpProblem.builder()
                            .withStatus(Status.SERVICE_UNAVAILABLE)
                            .withTitle(Status.SERVICE_UNAVAILABLE.getReasonPhrase())
                            .withDetail("The command was not taken. Give it again under the same commandId.")
                            .withHeader(HttpHeaders.RETRY_AFTER, 1)
                            .build();
                });
    }
}
