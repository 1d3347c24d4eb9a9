package io.switchboard.routing.subscribers;

import io.quarkus.runtime.ShutdownEvent;
import io.switchboard.routing.subscribers.Attempt.Unreachable;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.TrustOptions;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Makes one POST request to a stranger: to an address that was checked and to no other, without following redirects, with
 * a limit on its time, and without keeping what is answered.
 */
@ApplicationScoped
class Post {
    /** More than are ever used: how many requests a subscriber gets at a time is decided where lines are claimed. */
    private static final int CONNECTIONS_PER_SUBSCRIBER = 64;

    /** We close idle connections before most servers do, so that no request is written into one that is closing. */
    private static final int IDLE_SECONDS = 2;

    private static final int MOST_ANSWERED = 64 * 1024;
    private static final long SLOWEST_BODY_MILLIS = 2_000;

    private final Vertx vertx;
    private final HttpClient client;
    private final Targets targets;
    private final Duration timeout;

    @Inject
    Post(Vertx vertx, Targets targets, SubscribersConfig config) {
        this(vertx, targets, config.timeout(), null);
    }

    /** With {@code trust} null, the certificates that the JDK trusts are trusted. */
    Post(Vertx vertx, Targets targets, Duration timeout, @Nullable TrustOptions trust) {
        this.vertx = vertx;
        this.targets = targets;
        this.timeout = timeout;
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(timeout.toMillis()))
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setMaxPoolSize(CONNECTIONS_PER_SUBSCRIBER)
                // Our traces are no stranger's business.
                .setTracingPolicy(TracingPolicy.IGNORE);
        if (trust != null) {
            options.setTrustOptions(trust);
        }
        this.client = vertx.createHttpClient(options);
    }

    /** Sends a request and waits for its answer. Nothing that a subscriber does makes it fail or wait for longer. */
    Attempt send(URI target, Map<String, String> headers, byte[] body) {
        CompletableFuture<Integer> status = new CompletableFuture<>();
        try {
            request(target, targets.resolve(target), headers, body, status);
            return Attempt.answered(status.get(timeout.toMillis(), TimeUnit.MILLISECONDS));
        } catch (Targets.NotAllowedException e) {
            return new Unreachable(0, Unreachable.NOT_ALLOWED);
        } catch (UnknownHostException e) {
            return new Unreachable(0, Unreachable.UNKNOWN_NAME);
        } catch (TimeoutException e) {
            return new Unreachable(0, Unreachable.NO_ANSWER);
        } catch (ExecutionException e) {
            return new Unreachable(0, word(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Unreachable(0, Unreachable.NO_ANSWER);
        } finally {
            status.cancel(false);
        }
    }

    private void request(
            URI target,
            InetAddress address,
            Map<String, String> headers,
            byte[] body,
            CompletableFuture<Integer> status) {
        boolean tls = "https".equalsIgnoreCase(target.getScheme());
        int port = target.getPort() > 0 ? target.getPort() : tls ? 443 : 80;
        String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                // The name is for the certificate and the Host header; the connection goes to the checked address.
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(target.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(target.getRawQuery() == null ? path : path + "?" + target.getRawQuery())
                .setFollowRedirects(false);
        headers.forEach(options::putHeader);
        client.request(options)
                .onFailure(status::completeExceptionally)
                .onSuccess(request -> write(request, body, status));
    }

    private void write(HttpClientRequest request, byte[] body, CompletableFuture<Integer> status) {
        var _ = status.whenComplete((answered, gaveUp) -> {
            if (gaveUp != null) {
                request.reset();
            }
        });
        request.send(Buffer.buffer(body))
                .onFailure(status::completeExceptionally)
                .onSuccess(response -> {
                    ignoreBody(response);
                    status.complete(response.statusCode());
                });
    }

    /** A short body is read so that the connection can be used again; a long or slow one is cut off. */
    private void ignoreBody(HttpClientResponse response) {
        long[] read = {0};
        long timer = vertx.setTimer(SLOWEST_BODY_MILLIS, _ -> response.request().reset());
        response.exceptionHandler(_ -> vertx.cancelTimer(timer));
        response.endHandler(_ -> vertx.cancelTimer(timer));
        response.handler(part -> {
            read[0] += part.length();
            if (read[0] > MOST_ANSWERED) {
                response.request().reset();
            }
        });
    }

    private static String word(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return Unreachable.NOT_TRUSTED;
            }
        }
        return Unreachable.NOT_CONNECTED;
    }

    void stop(@Observes ShutdownEvent event) {
        client.close();
    }
}
