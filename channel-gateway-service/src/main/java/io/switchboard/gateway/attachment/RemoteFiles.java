package io.switchboard.gateway.attachment;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;

/** Fetches files from where providers keep them: allowed hosts alone, resolved once, no redirects, capped. */
@ApplicationScoped
public class RemoteFiles {
    private static final int OK = 200;
    private static final int CONNECT_MILLIS = 1500;

    private final HttpClient client;

    RemoteFiles(Vertx vertx) {
        // Our traces are no stranger's business.
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_MILLIS)
                .setKeepAlive(false)
                .setTracingPolicy(TracingPolicy.IGNORE));
    }

    /**
     * Fetches a file.
     *
     * @param allowed the hosts of the account, see {@link AddressRules}
     * @return the bytes; fails with {@link NotFetchedException}, or with something of the network's
     */
    public Uni<byte[]> fetch(String url, List<String> allowed, int maxBytes, Duration within) {
        URI target;
        try {
            target = URI.create(url);
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().failure(new NotFetchedException(Problems.NOT_ALLOWED));
        }
        if (!AddressRules.allows(target, allowed)) {
            return Uni.createFrom().failure(new NotFetchedException(Problems.NOT_ALLOWED));
        }
        return resolve(target.getHost(), allowed)
                .flatMap(address -> get(target, address, maxBytes, within))
                .ifNoItem()
                .after(within)
                .failWith(() -> new NotFetchedException(Problems.NOT_FETCHED));
    }

    /** Resolved here and once: a name that answers differently the second time can't lead elsewhere. */
    private static Uni<InetAddress> resolve(String host, List<String> allowed) {
        return Uni.createFrom()
                .item(() -> {
                    try {
                        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
                        InetAddress address = InetAddress.getByName(bare);
                        if (!AddressRules.allows(host, address, allowed)) {
                            throw new NotFetchedException(Problems.NOT_ALLOWED);
                        }
                        return address;
                    } catch (UnknownHostException e) {
                        throw new NotFetchedException(Problems.NOT_FETCHED);
                    }
                })
                .runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    private Uni<byte[]> get(URI target, InetAddress address, int maxBytes, Duration within) {
        boolean tls = "https".equalsIgnoreCase(target.getScheme());
        int port = target.getPort() > 0 ? target.getPort() : tls ? 443 : 80;
        String path = target.getRawPath() == null || target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(target.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(target.getRawQuery() == null ? path : path + "?" + target.getRawQuery())
                .setFollowRedirects(false)
                .setIdleTimeout(within.toMillis());
        return Uni.createFrom()
                .emitter(bytes -> client.request(options)
                        .flatMap(HttpClientRequest::send)
                        .onSuccess(response -> read(response, maxBytes, bytes))
                        .onFailure(bytes::fail));
    }

    private static void read(HttpClientResponse response, int maxBytes, UniEmitter<? super byte[]> bytes) {
        if (response.statusCode() != OK) {
            bytes.fail(new NotFetchedException(Problems.NOT_FETCHED));
            response.request().reset();
            return;
        }
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        response.exceptionHandler(bytes::fail);
        response.handler(part -> {
            if (read.size() + part.length() > maxBytes) {
                bytes.fail(new NotFetchedException(Problems.TOO_LARGE));
                response.request().reset();
            } else {
                read.writeBytes(part.getBytes());
            }
        });
        response.endHandler(_ -> bytes.complete(read.toByteArray()));
    }
}
