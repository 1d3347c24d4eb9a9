package io.switchboard.profile.sources;

import io.smallrye.mutiny.Uni;
import io.switchboard.profile.changes.Changes;
import io.switchboard.profile.sources.SourceRecord.Outcome;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes records of another system: keeps them, links the handles they name, and notes whose profile changed by them. */
@ApplicationScoped
public class TakeRecords {
    private final TenantTransaction transaction;
    private final SourceStore store;
    private final Sources sources;
    private final LinkRecords links;
    private final Changes changes;

    TakeRecords(TenantTransaction transaction, SourceStore store, Sources sources, LinkRecords links, Changes changes) {
        this.transaction = transaction;
        this.store = store;
        this.sources = sources;
        this.links = links;
        this.changes = changes;
    }

    /**
     * What became of a batch.
     *
     * @param outcomes of each record, in the order given
     * @param change what is to be told when it is committed; empty when nothing changed
     */
    public record Batch(List<Outcome> outcomes, Optional<UUID> change) {
        public Batch {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** Takes records of a source in one transaction, and tells of what changed. */
    public Uni<List<Outcome>> take(Source source, List<IncomingRecord> records) {
        return transaction
                .in(source.tenant(), session -> take(session, source, records))
                .flatMap(batch -> batch.change()
                        .map(change -> changes.tell(source.tenant(), change))
                        .orElseGet(() -> Uni.createFrom().voidItem())
                        .replaceWith(batch.outcomes()));
    }

    /** Takes records of a source in a transaction of the caller's, who tells of the change after it is committed. */
    public Uni<Batch> take(Mutiny.Session session, Source source, List<IncomingRecord> records) {
        if (records.isEmpty()) {
            return Uni.createFrom().item(new Batch(List.of(), Optional.empty()));
        }
        List<String> ids = records.stream().map(IncomingRecord::recordId).toList();
        return store.known(session, source, ids)
                .map(known -> Fold.of(source, known, records))
                .flatMap(fold -> keep(session, source, fold));
    }

    private Uni<Batch> keep(Mutiny.Session session, Source source, Fold fold) {
        if (fold.written().isEmpty()) {
            return Uni.createFrom().item(new Batch(fold.outcomes(), Optional.empty()));
        }
        List<UUID> known = fold.changed().stream()
                .filter(record -> fold.known().containsKey(record.recordId()))
                .map(SourceRecord::customerId)
                .toList();
        return store.relatives(session, source.tenant(), known)
                .map(relatives -> changedCustomers(fold, relatives))
                .call(_ -> store.meet(session, source, fold.newOnes()))
                .call(_ -> store.keep(session, source, fold.written().values()))
                .call(_ -> store.name(session, source.tenant(), fold.renamed()))
                .flatMap(changed -> links.link(session, source, fold.known(), fold.changed())
                        .map(merged -> {
                            changed.addAll(merged);
                            return changed;
                        }))
                .flatMap(changed -> note(session, source, fold, changed));
    }

    private Uni<Batch> note(Mutiny.Session session, Source source, Fold fold, Set<UUID> changed) {
        if (changed.isEmpty()) {
            return Uni.createFrom().item(new Batch(fold.outcomes(), Optional.empty()));
        }
        return changes.note(session, source.tenant(), changed)
                .map(change -> new Batch(fold.outcomes(), Optional.of(change)));
    }

    /** Who has another profile now: by what holds over all their records, not by what one record says. */
    private Set<UUID> changedCustomers(Fold fold, List<SourceStore.Relative> relatives) {
        Set<UUID> changed = new TreeSet<>();
        fold.newOnes().stream().filter(record -> !record.gone()).forEach(record -> changed.add(record.customerId()));
        Map<UUID, Map<String, SourceRecord>> families = new HashMap<>();
        relatives.forEach(relative -> families.computeIfAbsent(relative.root(), _ -> new HashMap<>())
                .put(key(relative.record()), relative.record()));
        families.forEach((root, before) -> {
            Map<String, SourceRecord> after = new HashMap<>(before);
            fold.written().values().forEach(record -> after.computeIfPresent(key(record), (_, _) -> record));
            var precedence = sources.precedence();
            // The same said by another, or since another time, may be the later word.
            if (!WhatCounts.words(WhatHolds.of(before.values(), precedence))
                    .equals(WhatCounts.words(WhatHolds.of(after.values(), precedence)))) {
                changed.add(root);
            }
        });
        return changed;
    }

    private static String key(SourceRecord record) {
        return record.source() + "\u0000" + record.recordId();
    }

    /**
     * What a batch comes to: of several of the same id the newest counts.
     *
     * @param known what was kept before, by id
     * @param written what is to be kept, by id
     * @param outcomes of each, in the order given
     * @param changed those that say something new
     */
    private record Fold(
            Map<String, SourceRecord> known,
            Map<String, SourceRecord> written,
            List<Outcome> outcomes,
            Collection<SourceRecord> changed) {

        static Fold of(Source source, Map<String, SourceRecord> known, List<IncomingRecord> records) {
            Map<String, SourceRecord> now = new HashMap<>(known);
            Map<String, SourceRecord> written = new TreeMap<>();
            Map<String, SourceRecord> changed = new LinkedHashMap<>();
            List<Outcome> outcomes = new ArrayList<>();
            records.forEach(incoming -> {
                var taken = SourceRecord.take(now.get(incoming.recordId()), source, incoming);
                outcomes.add(taken.outcome());
                if (taken.outcome() != Outcome.OLDER) {
                    now.put(incoming.recordId(), taken.now());
                    written.put(incoming.recordId(), taken.now());
                }
                if (taken.outcome() == Outcome.APPLIED || changed.containsKey(incoming.recordId())) {
                    changed.put(incoming.recordId(), taken.now());
                }
            });
            return new Fold(known, written, outcomes, changed.values());
        }

        List<SourceRecord> newOnes() {
            return written.values().stream()
                    .filter(record -> !known.containsKey(record.recordId()))
                    .toList();
        }

        List<SourceRecord> renamed() {
            return changed.stream()
                    .filter(record -> {
                        SourceRecord before = known.get(record.recordId());
                        return before != null
                                && record.name() != null
                                && !record.name().equals(before.name());
                    })
                    .collect(Collectors.toList());
        }
    }
}
