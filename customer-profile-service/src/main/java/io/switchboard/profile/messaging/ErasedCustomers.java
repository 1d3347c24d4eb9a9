package io.switchboard.profile.messaging;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.switchboard.contracts.EventTypes;
import io.switchboard.contracts.customer.CustomerErased;
import io.switchboard.kit.event.EventHeaders;
import io.switchboard.kit.event.Events;
import io.switchboard.profile.rights.Erasures;
import io.switchboard.profile.tenancy.Home;
import io.switchboard.profile.tenancy.Tenants;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executor;
import org.eclipse.microprofile.reactive.messaging.Channel;

/** Writes {@code customers.erased}: what was forgotten here, others forget as soon as the broker has the news. */
@ApplicationScoped
class ErasedCustomers {
    private static final int MOST = 500;

    private final Tenants tenants;
    private final Erasures erasures;
    private final MutinyEmitter<byte[]> topic;

    ErasedCustomers(Tenants tenants, Erasures erasures, @Channel("customers-erased") MutinyEmitter<byte[]> topic) {
        this.tenants = tenants;
        this.erasures = erasures;
        this.topic = topic;
    }

    @Scheduled(
            every = "${switchboard.rights.tell-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    Uni<Void> tell() {
        return tenants.visit("erasures", this::tell);
    }

    private Uni<Void> tell(String tenant) {
        Executor home = Home.here();
        return erasures.toTell(tenant)
                .onItem()
                .transformToMulti(news -> Multi.createFrom().iterable(news))
                .onItem()
                .transformToUniAndConcatenate(
                        news -> publish(tenant, news).emitOn(home).chain(() -> erasures.told(tenant, news.erasureId())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> publish(String tenant, Erasures.News news) {
        return Multi.createFrom()
                .iterable(parts(news.messageIds()))
                .onItem()
                .transformToUniAndConcatenate(part -> publish(tenant, news, part))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static List<List<UUID>> parts(List<UUID> ids) {
        List<List<UUID>> parts = new ArrayList<>();
        for (int from = 0; from < ids.size() || from == 0; from += MOST) {
            parts.add(ids.subList(from, Math.min(ids.size(), from + MOST)));
        }
        return parts;
    }

    private Uni<Void> publish(String tenant, Erasures.News news, List<UUID> messages) {
        String id = news.erasureId().toString();
        var headers = new EventHeaders(
                UUID.randomUUID().toString(),
                EventTypes.CUSTOMER_ERASED,
                "/customer-profile",
                id,
                news.at(),
                tenant,
                news.centre());
        return Events.send(
                topic,
                id,
                headers,
                new CustomerErased(news.erasureId(), tenant, news.centre(), news.customerIds(), messages, news.at()));
    }
}
