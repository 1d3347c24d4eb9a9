package io.switchboard.gateway.channel.webchat;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.gateway.account.Account;
import io.vertx.mutiny.redis.client.Response;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** Replies to visitors, in Redis: they wait there for a browser that is away, whichever replica it comes back to. */
@ApplicationScoped
public class Replies {
    private static final String NEWS = "gateway:chat:news";
    private static final String NONE = "0";
    private static final int AT_ONCE = 50;
    private static final String MOST = "1000";
    private static final Pattern ID = Pattern.compile("[0-9]{1,19}(?:-[0-9]{1,19})?");
    private static final String NEW = "*";
    /**
     * Appended once for a reply's id, whoever is interrupted: the id of the entry is what the second call gets. One that is
     * restored gets the place it had, so that a browser that read it reads on after it; the last when others came meanwhile.
     */
    private static final String APPEND = """
            local before = redis.call('GET', KEYS[2])
            if before then return before end
            local function add(id)
              return redis.pcall('XADD', KEYS[1], 'MAXLEN', '~', ARGV[5], id, 'reply', ARGV[7], 'text', ARGV[1], 'at', ARGV[2])
            end
            local id = add(ARGV[8])
            if type(id) == 'table' and id.err and ARGV[8] ~= '*' then id = add('*') end
            if type(id) == 'table' and id.err then return id end
            redis.call('EXPIRE', KEYS[1], ARGV[3])
            redis.call('SET', KEYS[2], id, 'EX', ARGV[3])
            redis.call('PUBLISH', ARGV[6], ARGV[4])
            return id
            """;

    /** Written anew without it: a stream keeps the bytes of what is removed from it until all around it is removed, too. */
    private static final String REMOVE = """
            local id = redis.call('GET', KEYS[2])
            redis.call('DEL', KEYS[2])
            if not id or redis.call('XDEL', KEYS[1], id) == 0 then return 0 end
            local left, life = redis.call('XRANGE', KEYS[1], '-', '+'), redis.call('PTTL', KEYS[1])
            redis.call('DEL', KEYS[1])
            for _, entry in ipairs(left) do redis.call('XADD', KEYS[1], entry[1], unpack(entry[2])) end
            if life > 0 then redis.call('PEXPIRE', KEYS[1], life) end
            return 1
            """;

    private final ReactiveRedisDataSource redis;
    private final ChatConfig config;
    private final Clock clock = Clock.systemUTC();

    Replies(ReactiveRedisDataSource redis, ChatConfig config) {
        this.redis = redis;
        this.config = config;
    }

    /** Appends a reply and tells every replica; returns its id. The same reply again is the same entry. */
    Uni<String> append(Account widget, ReplyRequested reply) {
        return add(widget, reply, NEW, config.replyLifetime());
    }

    /** Appends a reply once more that had this id; one that is too old is left out. */
    Uni<Void> restore(Account widget, ReplyRequested reply, String id) {
        Duration left = Duration.between(clock.instant(), reply.requestedAt().plus(config.replyLifetime()));
        return left.toSeconds() > 0
                ? add(widget, reply, ID.matcher(id).matches() ? id : NEW, left).replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private Uni<String> add(Account widget, ReplyRequested reply, String id, Duration lifetime) {
        String visitor = Visitor.key(widget, reply.handle());
        String seconds = String.valueOf(lifetime.toSeconds());
        return redis.execute("SET", whose(reply.tenant(), reply.replyId()), visitor, "EX", seconds)
                .flatMap(_ -> redis.execute(
                        "EVAL",
                        APPEND,
                        "2",
                        stream(visitor),
                        entry(visitor, reply.replyId()),
                        reply.text(),
                        reply.requestedAt().toString(),
                        seconds,
                        visitor,
                        MOST,
                        NEWS,
                        reply.replyId().toString(),
                        id))
                .map(Response::toString);
    }

    /** Removes a reply to whomever it is; what is none changes nothing. */
    Uni<Void> remove(String tenant, UUID reply) {
        String whose = whose(tenant, reply);
        return redis.value(String.class)
                .get(whose)
                .flatMap(visitor -> visitor == null
                        ? Uni.createFrom().voidItem()
                        : redis.execute("EVAL", REMOVE, "2", stream(visitor), entry(visitor, reply))
                                .chain(() -> redis.execute("DEL", whose))
                                .replaceWithVoid());
    }

    /** Returns the next replies to a visitor after one, oldest first; none when there are no more. */
    Uni<List<ToVisitor.Reply>> after(String visitor, String last) {
        return redis.stream(String.class)
                .xrange(stream(visitor), StreamRange.of("(" + last, "+"), AT_ONCE)
                .map(found -> found.stream().map(Replies::reply).toList());
    }

    /** Returns the visitors who got a reply, as it happens; ends when the connection to Redis does. */
    Multi<String> news() {
        return redis.pubsub(String.class).subscribe(NEWS);
    }

    /** Returns where to resume: what the browser says if it can be right, else the beginning. */
    static String position(@org.jspecify.annotations.Nullable String after) {
        return after != null && ID.matcher(after).matches() ? after : NONE;
    }

    private static ToVisitor.Reply reply(StreamMessage<String, String, String> entry) {
        Map<String, String> fields = entry.payload();
        return new ToVisitor.Reply(
                entry.id(), fields.get("reply"), fields.getOrDefault("text", ""), fields.getOrDefault("at", ""));
    }

    private static String entry(String visitor, UUID reply) {
        return stream(visitor) + ":" + reply;
    }

    /** By which a reply is found of which only the id is known. */
    private static String whose(String tenant, UUID reply) {
        return "gateway:chat:whose:" + tenant + "/" + reply;
    }

    /** In braces is what a Redis cluster places keys by: both keys of the script are in one place. */
    private static String stream(String visitor) {
        return "gateway:chat:replies:{" + visitor + "}";
    }
}
