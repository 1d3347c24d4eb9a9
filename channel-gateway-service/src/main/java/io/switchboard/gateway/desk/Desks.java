package io.switchboard.gateway.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.reply.ReplySettled;
import io.switchboard.contracts.routing.Presence;
import io.switchboard.contracts.routing.RoutingEvent;
import io.switchboard.contracts.routing.WorkItem;
import io.switchboard.kit.event.EventJson;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The read model of every desk, in Redis. Any replica answers from it.
 *
 * <p>It is written from routing's events and settled answers alone: what Redis loses of it, Kafka can tell again.
 */
@ApplicationScoped
public class Desks {
    private final Scripts scripts;
    private final String keep;
    private final String remember;

    Desks(ReactiveRedisDataSource redis, DeskSettings settings) {
        this.scripts = new Scripts(redis);
        this.keep = String.valueOf(settings.keep().toSeconds());
        this.remember = String.valueOf(settings.remember().toSeconds());
    }

    /** Writes what an event changes; the same event again, or an older one, changes nothing. */
    Uni<Projected> project(RoutingEvent event) {
        Change change = Change.of(event);
        if (change.equals(Change.NONE)) {
            return Uni.createFrom().item(Projected.NOTHING);
        }
        return scripts.run(
                        scripts.project,
                        Scripts.prefix(event.tenant(), event.centre()),
                        String.valueOf(event.sequence()),
                        Change.json(change),
                        keep,
                        remember)
                .map(answer ->
                        Projected.of(answer.get(0).toInteger(), answer.get(1).toString()));
    }

    /** Notes how far an answer got; returns whether that was news. */
    Uni<Boolean> note(ReplyRequested reply, ReplyState state) {
        return scripts.run(
                        scripts.reply,
                        Scripts.prefix(reply.tenant(), reply.centre()),
                        reply.workItemId().toString(),
                        state.replyId().toString(),
                        Change.json(state),
                        String.valueOf(state.at().toEpochMilli()),
                        String.valueOf(state.outcome() == ReplyState.Outcome.PENDING),
                        keep)
                .map(noted -> noted.toInteger() == 1);
    }

    /** Writes what an event changed once more, where it is not there. */
    public Uni<Void> restore(RoutingEvent event) {
        return project(event).replaceWithVoid();
    }

    /** Notes what became of an answer once more, where it is not there. */
    public Uni<Void> restore(ReplySettled settled) {
        return note(settled.reply(), ReplyState.of(settled)).replaceWithVoid();
    }

    /** Returns everything an agent has before them. */
    public Uni<Desk> of(Agent agent) {
        return scripts.run(scripts.read, prefix(agent), agent.name())
                .map(answer -> new Desk(
                        agent.name(),
                        presence(answer.get(0).toString()),
                        textOrNull(answer.get(1).toString()),
                        offers(answer.get(2)),
                        work(answer.get(3))));
    }

    /** Returns the open work with this id in a centre. */
    public Uni<Optional<KnownWork>> work(String tenant, String centre, UUID workItemId) {
        String prefix = Scripts.prefix(tenant, centre);
        return scripts.ask("HMGET", prefix + "work:" + workItemId, "json", "agent")
                .flatMap(found -> found.get(0) == null
                        ? Uni.createFrom().item(Optional.empty())
                        : scripts.ask("HVALS", prefix + "replies:" + workItemId)
                                .map(replies -> Optional.of(new KnownWork(
                                        read(found.get(0), WorkItem.class),
                                        textOrNull(found.get(1).toString()),
                                        replies(replies, 0)))));
    }

    /** Returns whether this offer stands before this agent. */
    Uni<Boolean> isOffered(Agent agent, UUID offerId) {
        return scripts.ask("SISMEMBER", prefix(agent) + "offers-of:" + agent.name(), offerId.toString())
                .map(member -> member.toInteger() == 1);
    }

    /** Returns the presence that routing last gave an agent. */
    Uni<Presence> presence(Agent agent) {
        return scripts.ask("HGET", prefix(agent) + "presence:" + agent.name(), "presence")
                .map(known -> presence(known == null ? "" : known.toString()));
    }

    private static String prefix(Agent agent) {
        return Scripts.prefix(agent.tenant(), agent.centre());
    }

    private static Presence presence(String name) {
        return name.isEmpty() ? Presence.OFFLINE : Presence.valueOf(name);
    }

    private static @Nullable String textOrNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static List<Offer> offers(Response pairs) {
        return StreamSupport.stream(pairs.spliterator(), false)
                .map(pair -> {
                    var stored = read(pair.get(0), Change.StoredOffer.class);
                    var item = read(pair.get(1), WorkItem.class);
                    return new Offer(stored.offerId(), stored.expiresAt(), item, stored.explanation());
                })
                .sorted(Comparator.comparing(Offer::expiresAt))
                .toList();
    }

    private static List<HeldWork> work(Response held) {
        return StreamSupport.stream(held.spliterator(), false)
                .map(one -> new HeldWork(read(one.get(0), WorkItem.class), replies(one, 1)))
                .sorted(Comparator.comparing(one -> one.workItem().arrivedAt()))
                .toList();
    }

    private static List<ReplyState> replies(Response texts, int from) {
        List<ReplyState> replies = new ArrayList<>();
        for (int i = from; i < texts.size(); i++) {
            replies.add(read(texts.get(i), ReplyState.class));
        }
        replies.sort(Comparator.comparing(ReplyState::at));
        return replies;
    }

    private static <T> T read(Response json, Class<T> type) {
        return EventJson.read(json.toString().getBytes(UTF_8), type);
    }
}
