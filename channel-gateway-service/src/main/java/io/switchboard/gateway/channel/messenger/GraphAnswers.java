package io.switchboard.gateway.channel.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import io.netty.channel.ConnectTimeoutException;
import io.switchboard.gateway.sending.Delivery;
import io.switchboard.kit.event.EventJson;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** What the Graph API's answers to a reply mean. Pure. */
final class GraphAnswers {
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    /** Calls of the app, the user, the page or the business are used up. */
    private static final Set<Integer> RATE_LIMITS = Set.of(4, 17, 32, 613, 80001, 80006);

    private static final int BAD_TOKEN = 190;
    private static final int NOT_PERMITTED = 10;
    private static final int OUTSIDE_WINDOW = 2018278;
    private static final int UNREACHABLE_PERSON = 551;

    private GraphAnswers() {}

    /**
     * Reads an answer.
     *
     * @param retryAfter the header's value, or null
     */
    static Delivery read(int status, byte[] body, @Nullable String retryAfter) {
        JsonNode answer = parse(body);
        if (status < 300) {
            return delivered(answer);
        }
        JsonNode error = answer.path("error");
        int code = error.path("code").asInt();
        if (isLimit(status, code)) {
            return new Delivery.TryAgain("The provider takes no more messages at the moment.", seconds(retryAfter));
        }
        if (status >= SERVER_ERROR) {
            // The API itself says that it failed; a proxy before it can't know what the API did.
            return error.isObject() || status == 503
                    ? new Delivery.TryAgain("The provider failed (" + status + ").", seconds(retryAfter))
                    : new Delivery.Uncertain("The provider's answer was lost (" + status + "): it may have arrived.");
        }
        return new Delivery.Refused(
                reason(status, code, error.path("error_subcode").asInt()));
    }

    /** Tells whether an error only means that the calls are used up for now. */
    static boolean isLimit(int status, int code) {
        return status == TOO_MANY_REQUESTS || RATE_LIMITS.contains(code);
    }

    /** Tells what a failure to get any answer means. */
    static Delivery read(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof ConnectTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLHandshakeException) {
                return new Delivery.TryAgain("The provider can't be reached.", Optional.empty());
            }
        }
        return new Delivery.Uncertain("The provider did not answer: it may have arrived.");
    }

    private static Delivery delivered(JsonNode answer) {
        String id = answer.path("message_id").asText(answer.path("id").asText(""));
        return id.isEmpty()
                ? new Delivery.Uncertain("The provider answered without an id: it may have arrived.")
                : new Delivery.Delivered(id);
    }

    private static String reason(int status, int code, int subcode) {
        if (code == BAD_TOKEN) {
            return "The provider does not accept the page's token any more.";
        }
        if (subcode == OUTSIDE_WINDOW) {
            return "The customer's last message is too old: the provider allows no answer any more.";
        }
        if (code == NOT_PERMITTED) {
            return "The page may not answer this person.";
        }
        if (code == UNREACHABLE_PERSON) {
            return "This person can't be reached at the moment.";
        }
        return "The provider refused it (" + (code == 0 ? status : code) + ").";
    }

    private static JsonNode parse(byte[] body) {
        try {
            return EventJson.MAPPER.readTree(body);
        } catch (IOException e) {
            return EventJson.MAPPER.missingNode();
        }
    }

    private static Optional<Duration> seconds(@Nullable String retryAfter) {
        try {
            return retryAfter == null
                    ? Optional.empty()
                    : Optional.of(Duration.ofSeconds(Math.max(0, Long.parseLong(retryAfter.strip()))));
        } catch (NumberFormatException e) {
            // A date: rare, and our own pauses are long enough.
            return Optional.empty();
        }
    }
}
