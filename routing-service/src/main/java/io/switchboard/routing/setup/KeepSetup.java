package io.switchboard.routing.setup;

import io.smallrye.mutiny.Uni;
import io.switchboard.routing.setup.SetupDocument.Owner;
import io.switchboard.routing.setup.SetupVersion.Origin;
import io.switchboard.routing.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny.Session;
import org.jspecify.annotations.Nullable;

/** Makes a sound setup the one in force. {@link PublishSetups} tells the engine of it. */
@ApplicationScoped
class KeepSetup {
    private final TenantTransaction transaction;
    private final SetupVersions versions;

    KeepSetup(TenantTransaction transaction, SetupVersions versions) {
        this.transaction = transaction;
        this.versions = versions;
    }

    /** What came of a change. */
    sealed interface Outcome {
        /** A new version is in force; {@code before} was until now, if there was one. */
        record Kept(SetupVersion version, Optional<SetupVersion> before) implements Outcome {}

        /** Nothing is new about it. */
        record Unchanged(SetupVersion version) implements Outcome {}

        /** Somebody else was quicker; {@code inForce} is the version's number, 0 for none. */
        record Overtaken(int inForce) implements Outcome {}
    }

    /**
     * Who changes a setup.
     *
     * @param name of a user, a client or a file
     * @param at when
     * @param comment why, in their words
     */
    record Author(
            String name,
            Instant at,
            Origin origin,
            @Nullable String comment) {
        Author {
            // As precisely as the database keeps it, so that all say the same.
            at = at.truncatedTo(ChronoUnit.MICROS);
        }
    }

    /**
     * Puts a setup in force.
     *
     * @param expected the version that it is meant to follow, 0 for none, null for whatever is in force
     */
    Uni<Outcome> change(Owner owner, SetupContent content, Author author, @Nullable Integer expected) {
        return transaction.in(
                owner.tenant(),
                session -> versions.lock(session, owner)
                        .flatMap(number -> expected != null && !expected.equals(number)
                                ? done(new Outcome.Overtaken(number))
                                : versions.inForce(session, owner)
                                        .flatMap(before -> before.filter(now -> says(now, content))
                                                .map(now -> done(new Outcome.Unchanged(now)))
                                                .orElseGet(() ->
                                                        append(session, owner, number, content, author, before)))));
    }

    /**
     * Puts what a file says in force, unless the file said the same when it changed last: a file that nobody touched must
     * not undo what somebody changed by REST.
     */
    Uni<Outcome> takeFile(Owner owner, SetupContent content, Author author) {
        return transaction.in(
                owner.tenant(),
                session -> versions.lock(session, owner)
                        .flatMap(number -> versions.lastOfFile(session, owner)
                                .flatMap(last -> last.filter(then -> says(then, content))
                                        .map(then -> done(new Outcome.Unchanged(then)))
                                        .orElseGet(() -> versions.inForce(session, owner)
                                                .flatMap(before ->
                                                        append(session, owner, number, content, author, before))))));
    }

    private static boolean says(SetupVersion version, SetupContent content) {
        return version.hash.equals(content.hash());
    }

    private static Uni<Outcome> done(Outcome outcome) {
        return Uni.createFrom().item(outcome);
    }

    private Uni<Outcome> append(
            Session session,
            Owner owner,
            int number,
            SetupContent content,
            Author author,
            Optional<SetupVersion> before) {
        var version = new SetupVersion();
        version.key = new SetupVersion.Key(owner.tenant(), owner.centre(), number + 1);
        version.content = content.json();
        version.hash = content.hash();
        version.origin = author.origin();
        version.changedBy = author.name();
        version.changedAt = author.at();
        version.comment = author.comment();
        return versions.append(session, version).map(kept -> new Outcome.Kept(kept, before));
    }
}
