package io.switchboard.profile.search;

import io.smallrye.mutiny.Uni;
import io.switchboard.profile.history.HistoryStore;
import io.switchboard.profile.history.Note;
import io.switchboard.profile.history.NoteStore;
import io.switchboard.profile.history.Said;
import io.switchboard.profile.paging.Place;
import io.switchboard.profile.search.Found.Person;
import io.switchboard.profile.search.Found.Text;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds words in what was said and noted, and people by names and addresses that are like what was typed. */
@ApplicationScoped
public class SearchStory {
    /** Two letters are like everything. */
    private static final int SHORTEST_NAME = 3;

    private static final int MOST_PEOPLE = 10;
    /** Whoever is called just so comes before all who are called alike: of these there may be too many to look at. */
    private static final double AS_WRITTEN = 0.9;
    /** Meier is like Meyer. */
    private static final double MISSPELT = 0.33;

    private static final UUID GREATEST = new UUID(-1, -1);

    private final TenantTransaction transaction;
    private final HistoryStore history;
    private final NoteStore notes;
    private final SearchConfig config;

    SearchStory(TenantTransaction transaction, HistoryStore history, NoteStore notes, SearchConfig config) {
        this.transaction = transaction;
        this.history = history;
        this.notes = notes;
        this.config = config;
    }

    /** Returns what answers a question in a tenant. */
    public Uni<Found> find(String tenant, Question question) {
        String words = question.words().replace('\u0000', ' ').strip();
        return transaction.in(
                tenant,
                session -> ask(session, words)
                        .flatMap(hasWords -> (hasWords
                                        ? texts(session, tenant, question)
                                        : Uni.createFrom().item(List.<Text>of()))
                                .flatMap(texts -> people(session, tenant, question, words)
                                        .map(people -> new Found(texts, people)))));
    }

    private Uni<Boolean> ask(Mutiny.Session session, String words) {
        return session.createNativeQuery(SearchSql.ASK, Object[].class)
                .setParameter("words", words)
                .setParameter("patience", String.valueOf(config.patience().toMillis()))
                .getSingleResult()
                .map(row -> (Boolean) row[row.length - 1]);
    }

    private Uni<List<Text>> texts(Mutiny.Session session, String tenant, Question question) {
        return session.createNativeQuery(SearchSql.TEXTS, Object[].class)
                .setParameter("tenant", tenant)
                .setParameter("since", question.since())
                .setParameter(
                        "at",
                        question.before().map(place -> place.at().toString()).orElse("infinity"))
                .setParameter("id", question.before().map(Place::id).orElse(GREATEST))
                .setParameter("limit", question.limit())
                .getResultList()
                .flatMap(rows -> read(session, tenant, rows));
    }

    private Uni<List<Text>> read(Mutiny.Session session, String tenant, List<Object[]> rows) {
        if (rows.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        List<UUID> ids = rows.stream().map(row -> (UUID) row[1]).toList();
        return history.withIds(session, tenant, ids)
                .flatMap(said -> notes.withIds(session, tenant, ids)
                        .flatMap(noted -> whose(session, tenant, ids).map(whose -> inOrder(ids, said, noted, whose))));
    }

    private static List<Text> inOrder(List<UUID> ids, List<Said> said, List<Note> noted, Map<UUID, UUID> whose) {
        Map<UUID, Text> texts = new HashMap<>();
        said.forEach(one -> texts.put(one.messageId(), new Text(whose.get(one.messageId()), one, null)));
        noted.forEach(one -> texts.put(one.noteId(), new Text(whose.get(one.noteId()), null, one)));
        return ids.stream().map(texts::get).flatMap(Stream::ofNullable).toList();
    }

    private static Uni<Map<UUID, UUID>> whose(Mutiny.Session session, String tenant, List<UUID> ids) {
        return session.createNativeQuery(SearchSql.WHOSE, Object[].class)
                .setParameter("tenant", tenant)
                .setParameter("ids", ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")))
                .getResultList()
                .map(rows -> rows.stream()
                        .collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1], (one, same) -> one)));
    }

    private static Uni<List<Person>> people(Mutiny.Session session, String tenant, Question question, String words) {
        if (question.before().isPresent() || words.length() < SHORTEST_NAME) {
            return Uni.createFrom().item(List.of());
        }
        return people(session, tenant, words, AS_WRITTEN)
                .flatMap(found -> found.size() < MOST_PEOPLE
                        ? people(session, tenant, words, MISSPELT)
                        : Uni.createFrom().item(found));
    }

    private static Uni<List<Person>> people(Mutiny.Session session, String tenant, String words, double likeness) {
        return session.createNativeQuery(SearchSql.LIKE, String.class)
                .setParameter("likeness", String.valueOf(likeness))
                .getSingleResult()
                .chain(() -> session.createNativeQuery(SearchSql.PEOPLE, Object[].class)
                        .setParameter("tenant", tenant)
                        .setParameter("words", words)
                        .setMaxResults(MOST_PEOPLE)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new Person(
                                (UUID) row[0], (String) row[1], (String) row[2], ((Number) row[3]).doubleValue()))
                        .toList());
    }
}
