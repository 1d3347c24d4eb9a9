package io.switchboard.sentiment.corrections;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.switchboard.contracts.message.UnderstandingCorrected;
import io.switchboard.kit.event.Consumption;
import io.switchboard.kit.event.PoisonException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Keeps the corrections that come by Kafka; they wait there while the database is away. */
@ApplicationScoped
class TakeCorrections {
    private final Corrections corrections;
    private final Consumption consumption;

    TakeCorrections(Corrections corrections, Consumption consumption) {
        this.corrections = corrections;
        this.consumption = consumption;
    }

    @Incoming("understanding-corrections")
    Uni<Void> take(Message<byte[]> record) {
        return consumption.of(record, UnderstandingCorrected.class, this::keep);
    }

    private Uni<Void> keep(UnderstandingCorrected correction) {
        requireWhole(correction);
        return Uni.createFrom()
                .item(() -> corrections.keep(correction))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .replaceWithVoid();
    }

    /** JSON can leave out what the contract asks for. */
    private static void requireWhole(UnderstandingCorrected correction) {
        boolean whole = Stream.of(
                        correction.correctionId(),
                        correction.tenant(),
                        correction.centre(),
                        correction.visibility(),
                        correction.text(),
                        correction.was(),
                        correction.model(),
                        correction.is(),
                        correction.correctedBy(),
                        correction.correctedAt())
                .allMatch(Objects::nonNull);
        List<String> problems = whole ? CorrectionProblems.of(correction) : List.of("a field is missing");
        if (!problems.isEmpty()) {
            throw new PoisonException("not a correction: " + String.join("; ", problems));
        }
    }
}
