package io.switchboard.profile.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.profile.changes.Changes;
import io.switchboard.profile.customer.CustomerProfile;
import io.switchboard.profile.customer.CustomerStore;
import io.switchboard.profile.identity.Outcome;
import io.switchboard.profile.identity.Outcome.Done;
import io.switchboard.profile.identity.Outcome.Refused;
import io.switchboard.profile.identity.Outcome.Unknown;
import io.switchboard.profile.identity.Refusal;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Answers wishes to change who is who, and tells others what was changed. */
@ApplicationScoped
class IdentityAnswers {
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final TenantTransaction transaction;
    private final CustomerStore customers;
    private final Changes changes;

    IdentityAnswers(TenantTransaction transaction, CustomerStore customers, Changes changes) {
        this.transaction = transaction;
        this.customers = customers;
        this.changes = changes;
    }

    /** Runs {@code work} in one transaction, tells {@code customers.changed}, and answers with who was changed. */
    Uni<Response> changed(Caller caller, Function<Mutiny.Session, Uni<Outcome>> work) {
        return transaction
                .in(
                        caller.tenant(),
                        session -> work.apply(session)
                                .map(IdentityAnswers::done)
                                .flatMap(done -> note(session, caller, done, done.one())))
                .flatMap(noted -> answer(caller, noted));
    }

    /** As {@link #changed}, but what was so already is no mistake: the answer is {@code customer} as they are. */
    Uni<Response> stated(Caller caller, UUID customer, Function<Mutiny.Session, Uni<Outcome>> work) {
        return transaction
                .in(
                        caller.tenant(),
                        session -> known(session, caller, customer)
                                .chain(() -> work.apply(session))
                                .flatMap(outcome -> isSoAlready(outcome)
                                        ? known(session, caller, customer).map(now -> new Noted(null, now))
                                        : note(session, caller, done(outcome), customer)))
                .flatMap(noted -> answer(caller, noted));
    }

    /** Reads, or writes what nobody need be told of, about a customer there is. */
    <T> Uni<T> read(Caller caller, UUID customer, Function<Mutiny.Session, Uni<T>> work) {
        return transaction.in(
                caller.tenant(), session -> known(session, caller, customer).chain(() -> work.apply(session)));
    }

    /** Answers 404 where there was nothing. */
    static void thereWas(boolean found) {
        if (!found) {
            throw new NotFoundException("there is no such thing");
        }
    }

    /**
     * What came of a wish.
     *
     * @param change to be told; null when nothing changed
     * @param now how the customer is
     */
    private record Noted(@Nullable UUID change, CustomerProfile now) {}

    private static boolean isSoAlready(Outcome outcome) {
        return outcome instanceof Refused refused
                && (refused.why() == Refusal.ALREADY_ONE || refused.why() == Refusal.THEMSELVES);
    }

    private Uni<Noted> note(Mutiny.Session session, Caller caller, Done done, UUID customer) {
        return changes.note(session, caller.tenant(), List.of(done.one(), done.other()))
                .flatMap(change -> known(session, caller, customer).map(now -> new Noted(change, now)));
    }

    private Uni<CustomerProfile> known(Mutiny.Session session, Caller caller, UUID customer) {
        return customers.find(session, caller.tenant(), customer).map(Answers::found);
    }

    private Uni<Response> answer(Caller caller, Noted noted) {
        Response answer = Answers.tagged(noted.now().customer(), noted.now().version());
        return noted.change() == null
                ? Uni.createFrom().item(answer)
                : changes.tell(caller.tenant(), noted.change()).replaceWith(answer);
    }

    private static Done done(Outcome outcome) {
        return switch (outcome) {
            case Done done -> done;
            case Unknown unknown -> throw new NotFoundException("there is no customer " + unknown.customerId());
            case Refused refused -> throw problem(refused);
        };
    }

    private static HttpProblem problem(Refused refused) {
        return switch (refused.why()) {
            case STALE ->
                HttpProblem.builder()
                        .withStatus(Response.Status.PRECONDITION_FAILED)
                        .withTitle("Precondition Failed")
                        .withDetail("Somebody changed who is who meanwhile; nothing was changed. Look again.")
                        .withHeader(HttpHeaders.ETAG, "\"" + refused.version() + "\"")
                        .build();
            case THEMSELVES -> problem(UNPROCESSABLE, "Unprocessable Merge", "A customer is themselves already.");
            case ALREADY_ONE -> problem(CONFLICT, "Conflict", "The two are one customer already.");
            case NOT_MERGED -> problem(CONFLICT, "Conflict", "The customer was not merged into anybody.");
            case SAID_TO_DIFFER ->
                problem(CONFLICT, "Conflict", "Somebody said that the two differ; a person must merge them.");
        };
    }

    private static HttpProblem problem(int status, String title, String detail) {
        return HttpProblem.builder()
                .withStatus(status)
                .withTitle(title)
                .withDetail(detail)
                .build();
    }
}
