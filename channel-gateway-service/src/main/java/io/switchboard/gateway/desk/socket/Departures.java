package io.switchboard.gateway.desk.socket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.gateway.desk.Actions;
import io.switchboard.gateway.desk.Agent;
import io.switchboard.gateway.desk.DeskSettings;
import io.switchboard.gateway.desk.Desks;
import io.switchboard.kit.event.EventJson;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Notices agents whose last desk, over all replicas, is gone for good.
 *
 * <p>Every replica notes in Redis when it last saw each of its agents. Whoever was seen by nobody for a while is taken
 * off that list by exactly one replica, which tells routing. Agents who never opened a desk (by the REST API alone) are
 * not on it: they say themselves when they go.
 */
@ApplicationScoped
class Departures {
    private static final Logger LOG = Logger.getLogger(Departures.class);
    private static final String SEEN = "gateway:desk:seen-agents";
    private static final String MOST_AT_ONCE = "100";

    private final ReactiveRedisDataSource redis;
    private final OpenDesks open;
    private final Desks desks;
    private final Actions actions;
    private final DeskSettings settings;

    Departures(ReactiveRedisDataSource redis, OpenDesks open, Desks desks, Actions actions, DeskSettings settings) {
        this.redis = redis;
        this.open = open;
        this.desks = desks;
        this.actions = actions;
        this.settings = settings;
    }

    /** Notes that an agent's desk is or was open just now. Never fails: the next heartbeat notes it again. */
    Uni<Void> isHere(Agent agent) {
        return note(List.of(agent));
    }

    @Scheduled(every = "${switchboard.desk.heartbeat:5s}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> beat() {
        return note(open.agents()).chain(this::sweep);
    }

    private Uni<Void> note(Iterable<Agent> agents) {
        List<String> arguments = new ArrayList<>(List.of(SEEN));
        String now = String.valueOf(Instant.now().toEpochMilli());
        for (Agent agent : agents) {
            arguments.add(now);
            arguments.add(member(agent));
        }
        return arguments.size() == 1
                ? Uni.createFrom().voidItem()
                : quietly(redis.execute("ZADD", arguments.toArray(String[]::new)));
    }

    private Uni<Void> sweep() {
        String before = String.valueOf(Instant.now().minus(settings.absence()).toEpochMilli());
        return redis.execute("ZRANGEBYSCORE", SEEN, "-inf", before, "LIMIT", "0", MOST_AT_ONCE)
                .onItem()
                .transformToMulti(members -> Multi.createFrom().iterable(members))
                .map(Response::toString)
                .onItem()
                .transformToUniAndConcatenate(this::depart)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.debug("desks could not be swept", failure))
                .onFailure()
                .recoverWithNull();
    }

    /** Only the replica that took the agent off the list tells routing; if it cannot, the agent goes back on. */
    private Uni<Void> depart(String member) {
        Agent agent = agent(member);
        return redis.execute("ZREM", SEEN, member)
                .flatMap(removed -> removed.toInteger() == 0
                        ? Uni.createFrom().voidItem()
                        : goOffline(agent).onFailure().recoverWithUni(failure -> {
                            LOG.warnf("a departure could not be told: %s", failure.toString());
                            return quietly(redis.execute("ZADD", SEEN, "0", member));
                        }));
    }

    private Uni<Void> goOffline(Agent agent) {
        return desks.of(agent)
                .flatMap(desk -> desk.presence() == Presence.OFFLINE
                        ? Uni.createFrom().voidItem()
                        : actions.setPresence(agent, Presence.OFFLINE, "no-open-desk")
                                .replaceWithVoid());
    }

    private static Uni<Void> quietly(Uni<Response> command) {
        return command.replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.debug("Redis did not note an agent", failure))
                .onFailure()
                .recoverWithNull();
    }

    private static String member(Agent agent) {
        byte[] json = EventJson.write(List.of(agent.tenant(), agent.centre(), agent.name()));
        return new String(json, StandardCharsets.UTF_8);
    }

    private static Agent agent(String member) {
        try {
            List<String> parts = EventJson.MAPPER.readValue(member, new TypeReference<>() {});
            return new Agent(parts.get(0), parts.get(1), parts.get(2));
        } catch (JsonProcessingException foreign) {
            throw new IllegalStateException("not an agent in " + SEEN, foreign);
        }
    }
}
