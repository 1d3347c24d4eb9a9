package io.switchboard.gateway.channel.webchat;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.switchboard.contracts.Topics;
import io.switchboard.contracts.message.Visibility;
import io.switchboard.contracts.reply.ReplyRequested;
import io.switchboard.contracts.routing.MessageReference;
import io.switchboard.gateway.conversation.Identities;
import io.switchboard.gateway.world.Topic;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Visitors of Acme's website and answers to them. */
final class Chats {
    static final String ORIGIN = "http://localhost:8080";

    private Chats() {}

    /** Comes to the widget, again when there is a token. */
    static JsonPath visitor(String token) {
        var request = given().header("Origin", ORIGIN).contentType("application/json");
        return (token == null ? request : request.body("{\"token\":\"" + token + "\"}"))
                .post("/chat/acme-web/visitors")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Has an answer sent. */
    static void request(ReplyRequested reply) {
        Topic.write(Topics.REPLIES_REQUESTED, reply.conversationId().toString(), reply);
    }

    /** Returns a new answer to a visitor. */
    static ReplyRequested reply(JsonPath visitor, String text) {
        String id = visitor.getString("visitorId");
        return new ReplyRequested(
                UUID.randomUUID(),
                "acme",
                "main",
                "webchat",
                "acme-web",
                id,
                Identities.conversation("webchat", "acme-web", id),
                UUID.randomUUID(),
                "alice",
                Visibility.PRIVATE,
                text,
                new MessageReference(UUID.randomUUID(), "x", null, List.of(), Instant.EPOCH),
                List.of(),
                Instant.now());
    }
}
