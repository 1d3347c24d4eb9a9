package io.switchboard.gateway.channel.messenger;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.gateway.account.Account;
import io.switchboard.gateway.sending.ChannelSender;
import io.switchboard.gateway.sending.Delivery;
import io.switchboard.kit.event.EventJson;
import io.vertx.core.tracing.TracingPolicy;
import io.vertx.ext.web.client.WebClientOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.ext.web.client.HttpResponse;
import io.vertx.mutiny.ext.web.client.WebClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Sends as a page: private messages by the Send API, public answers as comments. */
@ApplicationScoped
public class MessengerSender implements ChannelSender {
    private static final int LONGEST_MESSAGE = 2000;
    private static final int LONGEST_COMMENT = 8000;
    private static final int CONNECT_MILLIS = 2000;

    private final WebClient client;
    private final String graph;
    private final Duration patience;

    MessengerSender(Vertx vertx, GraphConfig config) {
        // No connection is used twice: one that the provider has just closed would leave in doubt what it still read.
        this.client = WebClient.create(
                vertx,
                new WebClientOptions()
                        .setConnectTimeout(CONNECT_MILLIS)
                        .setKeepAlive(false)
                        .setTracingPolicy(TracingPolicy.IGNORE)
                        .setFollowRedirects(false));
        this.graph = GraphAddress.of(config);
        this.patience = config.answerWithin();
    }

    @Override
    public Set<String> channels() {
        return Set.of(PrivateMessages.CHANNEL, PublicPosts.CHANNEL);
    }

    @Override
    public String accounts() {
        return MessengerAccounts.CHANNEL;
    }

    @Override
    public Uni<Delivery> send(Account page, ReplyRequested reply) {
        return reply.channel().equals(PublicPosts.CHANNEL) ? comment(page, reply) : message(page, reply);
    }

    private Uni<Delivery> message(Account page, ReplyRequested reply) {
        Object body = Map.of(
                "recipient",
                Map.of("id", reply.handle()),
                "messaging_type",
                "RESPONSE",
                "message",
                Map.of("text", reply.text()));
        return post(page, page.address() + "/messages", reply, LONGEST_MESSAGE, body);
    }

    /** Answers under the comment, or under the post when that was the message. */
    private Uni<Delivery> comment(Account page, ReplyRequested reply) {
        String object = URLEncoder.encode(reply.inReplyTo().providerMessageId(), UTF_8);
        return post(page, object + "/comments", reply, LONGEST_COMMENT, Map.of("message", reply.text()));
    }

    private Uni<Delivery> post(Account page, String path, ReplyRequested reply, int longest, Object body) {
        // One reply has one id: in parts, half of it could be sent and half fail.
        if (reply.text().length() > longest) {
            return Uni.createFrom()
                    .item(new Delivery.Refused("It is longer than the " + longest + " characters that can be sent."));
        }
        return client.postAbs(graph + path)
                .timeout(patience.toMillis())
                .putHeader("Content-Type", "application/json")
                .bearerTokenAuthentication(MessengerAccounts.pageToken(page).reveal())
                .sendBuffer(Buffer.buffer(EventJson.write(body)))
                .map(MessengerSender::read)
                .onFailure()
                .recoverWithItem(GraphAnswers::read);
    }

    private static Delivery read(HttpResponse<Buffer> answer) {
        byte[] body = answer.body() == null ? new byte[0] : answer.body().getBytes();
        return GraphAnswers.read(answer.statusCode(), body, answer.getHeader("Retry-After"));
    }
}
