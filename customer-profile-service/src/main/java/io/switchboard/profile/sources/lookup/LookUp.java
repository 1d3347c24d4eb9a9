package io.switchboard.profile.sources.lookup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.event.EventJson;
import io.switchboard.profile.sources.LookupSetting;
import io.switchboard.profile.sources.Source;
import io.switchboard.profile.sources.lookup.LiveAnswer.State;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks other systems live, for somebody who looks at a customer. A slow or dead one costs its time limit and no more; what it
 * answered is given again for some minutes.
 */
@ApplicationScoped
public class LookUp {
    private static final int LARGEST_ANSWER = 64 << 10;
    private static final int MOST_KEPT = 5000;
    private static final Duration LONGEST_KEPT = Duration.ofHours(1);

    private record Question(Source source, URI url) {}

    private final MeterRegistry metrics;
    private final ConcurrentMap<String, Breaker> breakers = new ConcurrentHashMap<>();
    private final Cache<Question, LiveAnswer> kept = Caffeine.newBuilder()
            .maximumSize(MOST_KEPT)
            .expireAfterWrite(LONGEST_KEPT)
            .build();
    /** Redirects are not followed: they would lead where no file allows. */
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    LookUp(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /**
     * Asks one system.
     *
     * @param values by place: id, email, phone, accountNumber, as far as they are known
     * @return never fails: what went wrong is the answer's state
     */
    public Uni<LiveAnswer> ask(Source source, LookupSetting setting, Map<String, String> values) {
        Optional<URI> url = LookupUrl.fill(setting.url(), values);
        if (url.isEmpty()) {
            return Uni.createFrom().item(LiveAnswer.of(source.name(), State.NOTHING));
        }
        Question question = new Question(source, url.get());
        LiveAnswer before = kept.getIfPresent(question);
        if (before != null && before.at().plus(setting.keep()).isAfter(Instant.now())) {
            return Uni.createFrom().item(before);
        }
        Breaker breaker = breakers.computeIfAbsent(source.toString(), _ -> new Breaker(System::nanoTime));
        if (!breaker.mayAsk()) {
            return Uni.createFrom().item(LiveAnswer.of(source.name(), State.RESTING));
        }
        return send(url.get(), setting)
                .map(response -> answer(source, response))
                .onFailure()
                .recoverWithItem(
                        failure -> LiveAnswer.of(source.name(), isTimeout(failure) ? State.TIMEOUT : State.FAILED))
                .invoke(answer -> note(question, breaker, answer));
    }

    private Uni<HttpResponse<byte[]>> send(URI url, LookupSetting setting) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url)
                .timeout(setting.timeout())
                .header("Accept", "application/json")
                .GET();
        setting.headers().forEach(request::setHeader);
        return Uni.createFrom()
                .completionStage(() -> http.sendAsync(
                        request.build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER)))
                // The client's own limit ends with the headers.
                .ifNoItem()
                .after(setting.timeout())
                .fail();
    }

    private static LiveAnswer answer(Source source, HttpResponse<byte[]> response) {
        if (response.statusCode() == 404 || response.statusCode() == 204) {
            return LiveAnswer.of(source.name(), State.NOTHING);
        }
        if (response.statusCode() != 200) {
            return LiveAnswer.of(source.name(), State.FAILED);
        }
        return json(response.body())
                .map(json -> new LiveAnswer(source.name(), State.ANSWERED, json, Instant.now()))
                .orElseGet(() -> LiveAnswer.of(source.name(), State.FAILED));
    }

    private static Optional<JsonNode> json(byte[] body) {
        try {
            return Optional.of(EventJson.MAPPER.readTree(body)).filter(JsonNode::isContainerNode);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static boolean isTimeout(Throwable failure) {
        @Nullable Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof TimeoutException || cause instanceof HttpTimeoutException;
    }

    private void note(Question question, Breaker breaker, LiveAnswer answer) {
        if (answer.state() == State.ANSWERED || answer.state() == State.NOTHING) {
            kept.put(question, answer);
            breaker.answered();
        } else {
            breaker.failed();
        }
        metrics.counter(
                        "switchboard.lookups",
                        "source",
                        question.source().name(),
                        "state",
                        answer.state().name().toLowerCase(Locale.ROOT))
                .increment();
    }
}
