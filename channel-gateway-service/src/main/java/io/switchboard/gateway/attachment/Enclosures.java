package io.switchboard.gateway.attachment;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.switchboard.contracts.message.Attachment;
import io.switchboard.gateway.account.Account;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Keeps the files of a message and says what became of each. A file that can't be kept never holds up its message. */
@ApplicationScoped
public class Enclosures {
    private static final Logger LOG = Logger.getLogger(Enclosures.class);
    private static final String ALLOWED_HOSTS = "attachmentHosts";
    private static final int LONGEST_NAME = 255;

    private final ObjectStore store;
    private final RemoteFiles remote;
    private final AttachmentConfig.Attachments caps;
    private final MeterRegistry metrics;

    Enclosures(ObjectStore store, RemoteFiles remote, AttachmentConfig config, MeterRegistry metrics) {
        this.store = store;
        this.remote = remote;
        this.caps = config.attachments();
        this.metrics = metrics;
    }

    /** Keeps a message's files; never fails. */
    public Uni<List<Attachment>> keep(Account account, UUID messageId, List<Enclosure> enclosures) {
        if (enclosures.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<Uni<Attachment>> kept = new ArrayList<>();
        for (int index = 0; index < enclosures.size(); index++) {
            Enclosure enclosure = enclosures.get(index);
            String reference = account.tenant() + "/" + messageId + "/" + index;
            kept.add(
                    index < caps.maxFiles()
                            ? keep(account, reference, enclosure)
                            : Uni.createFrom().item(missing(enclosure, Problems.TOO_MANY)));
        }
        return Uni.join().all(kept).andFailFast();
    }

    private Uni<Attachment> keep(Account account, String reference, Enclosure enclosure) {
        Uni<byte[]> bytes = switch (enclosure) {
            case Enclosure.Linked linked ->
                remote.fetch(linked.url(), account.settings(ALLOWED_HOSTS), caps.maxBytes(), caps.within());
            case Enclosure.Enclosed enclosed -> Uni.createFrom().item(enclosed.bytes());
            case Enclosure.Missing missing -> Uni.createFrom().failure(new NotFetchedException(missing.problem()));
        };
        return bytes.flatMap(content -> store(reference, enclosure, content))
                .onFailure()
                .recoverWithItem(failure -> {
                    String problem =
                            failure instanceof NotFetchedException known ? known.problem() : Problems.NOT_FETCHED;
                    metrics.counter("switchboard.attachments.refused", "channel", account.channel(), "reason", problem)
                            .increment();
                    LOG.warnf("attachment %s: %s", reference, problem);
                    LOG.debug("why", failure);
                    return missing(enclosure, problem);
                });
    }

    private Uni<Attachment> store(String reference, Enclosure enclosure, byte[] bytes) {
        if (bytes.length > caps.maxBytes()) {
            throw new NotFetchedException(Problems.TOO_LARGE);
        }
        return Uni.createFrom()
                .item(() -> {
                    try {
                        store.put(reference, bytes);
                    } catch (IOException e) {
                        LOG.warnf(e, "attachment %s", reference);
                        throw new NotFetchedException(Problems.NOT_STORED);
                    }
                    return new Attachment(name(enclosure), enclosure.contentType(), bytes.length, reference, null);
                })
                .runSubscriptionOn(Infrastructure.getDefaultExecutor());
    }

    private static Attachment missing(Enclosure enclosure, String problem) {
        return new Attachment(name(enclosure), enclosure.contentType(), 0, null, problem);
    }

    private static @org.jspecify.annotations.Nullable String name(Enclosure enclosure) {
        String name = enclosure.name();
        return name == null || name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }
}
