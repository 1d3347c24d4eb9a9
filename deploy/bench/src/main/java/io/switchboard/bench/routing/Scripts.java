package io.switchboard.bench.routing;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What is sent, as JSON by the contracts. */
final class Scripts {
    private Scripts() {}

    /** A centre of equal agents {@code a0}, {@code a1}, … */
    static String setup(String version, int agents, int capacity) {
        String all = IntStream.range(0, agents)
                .mapToObj(i -> "{\"name\":\"a%d\",\"capacity\":%d,\"skills\":{\"billing\":3,\"language:en\":5}}"
                        .formatted(i, capacity))
                .collect(Collectors.joining(","));
        return """
                {"tenant":"bench","centre":"main","version":"%s","offerTimeoutSeconds":3600,
                 "expiriesUntilNotResponding":3,"channelWeights":{"email":1},
                 "queues":[{"name":"billing","channels":[],"topics":["billing"],"skills":{"billing":1},
                 "speakLanguage":true,"serviceLevelSeconds":36000},
                 {"name":"general","channels":[],"topics":[],"skills":{},"speakLanguage":false,
                 "serviceLevelSeconds":36000}],"agents":[%s]}""".formatted(version, all);
    }

    /** A customer's mail in a conversation of its own. */
    static String message(UUID id) {
        String now = Instant.now().toString();
        return """
                {"message":{"messageId":"%1$s","tenant":"bench","centre":"main","channel":"email",
                "account":"support@bench.example","handle":"%1$s@mail.example","conversationId":"%1$s",
                "visibility":"PRIVATE","subject":"An invoice","text":"%3$s","attachments":[],
                "providerMessageId":"<%1$s@mail.example>","references":[],"sentAt":"%2$s","receivedAt":"%2$s"},
                "understanding":{"language":"en","relevance":"REQUEST","relevanceProbability":1.0,"polarity":0.0,
                "intensity":0.0,"urgency":0.2,"topic":"billing","skills":["billing"],"tier":"rules","model":"1",
                "reasons":[]},"customer":{"customerId":"%1$s","standing":"STANDARD"}}""".formatted(id, now, "My last invoice shows a sum that I can't explain. ".repeat(4));
    }

    static String presence(String agent, String presence) {
        return command("set-presence", agent, "\"presence\":\"" + presence + "\"");
    }

    static String accept(String agent, String offerId) {
        return command("accept-offer", agent, "\"offerId\":\"" + offerId + "\"");
    }

    static String complete(String agent, String workItemId) {
        return command("complete-work", agent, "\"workItemId\":\"" + workItemId + "\"");
    }

    private static String command(String type, String agent, String rest) {
        return "{\"type\":\"%s\",\"commandId\":\"%s\",\"tenant\":\"bench\",\"centre\":\"main\",\"agent\":\"%s\",\"at\":\"%s\",%s}"
                .formatted(type, UUID.randomUUID(), agent, Instant.now(), rest);
    }
}
