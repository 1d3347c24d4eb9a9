package io.switchboard.gateway.channel.webchat;

import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.redis.datasource.stream.StreamMessage;
import io.quarkus.redis.datasource.stream.StreamRange;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.gateway.account.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Replies to visitors, in Redis: they wait there for a browser that is away, whichever replica it comes back to. */
@ApplicationScoped
public class Replies {
    private static final String NEWS = "gateway:chat:news";
    private static final String NONE = "0";
    private static final int AT_ONCE = 50;
    private static final String MOST = "1000";
    private static final Pattern ID = Pattern.compile("[0-9]{1,19}(?:-[0-9]{1,19})?");
    /** Appended once for a reply's id, whoever is interrupted: the id of the entry is what the second call gets. */
    private static final String APPEND = """
            local before = redis.call('GET', KEYS[2])
            if before then return before end
            local id = redis.call('XADD', KEYS[1], 'MAXLEN', '~', ARGV[5], '*', 'text', ARGV[1], 'at', ARGV[2])
            redis.call('EXPIRE', KEYS[1], ARGV[3])
            redis.call('SET', KEYS[2], id, 'EX', ARGV[3])
            redis.call('PUBLISH', ARGV[6], ARGV[4])
            return id
            """;

    private final ReactiveRedisDataSource redis;
    private final ChatConfig config;

    Replies(ReactiveRedisDataSource redis, ChatConfig config) {
        this.redis = redis;
        this.config = config;
    }

    /** Appends a reply and tells every replica; returns its id. The same reply again is the same entry. */
    Uni<String> append(Account widget, ReplyRequested reply) {
        String visitor = Visitor.key(widget, reply.handle());
        return redis.execute(
                        "EVAL",
                        APPEND,
                        "2",
                        stream(visitor),
                        stream(visitor) + ":" + reply.replyId(),
                        reply.text(),
                        reply.requestedAt().toString(),
                        String.valueOf(config.replyLifetime().toSeconds()),
                        visitor,
                        MOST,
                        NEWS)
                .map(id -> id.toString());
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
        return new ToVisitor.Reply(entry.id(), fields.getOrDefault("text", ""), fields.getOrDefault("at", ""));
    }

    /** In braces is what a Redis cluster places keys by: both keys of the script are in one place. */
    private static String stream(String visitor) {
        return "gateway:chat:replies:{" + visitor + "}";
    }
}
