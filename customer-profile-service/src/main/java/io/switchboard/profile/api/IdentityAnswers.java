package io.switchboard.profile.api;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.profile.customer.CustomerRecord;
import io.switchboard.profile.customer.CustomerStore;
import io.switchboard.profile.identity.Outcome;
import io.switchboard.profile.identity.Outcome.Done;
import io.switchboard.profile.identity.Outcome.Refused;
import io.switchboard.profile.identity.Outcome.Unknown;
import io.switchboard.profile.messaging.CustomerChanges;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Answers wishes to change who is who, and tells others what was changed. */
@ApplicationScoped
class IdentityAnswers {
    private static final int CONFLICT = 409;
    private static final int UNPROCESSABLE = 422;

    private final TenantTransaction transaction;
    private final CustomerStore customers;
    private final CustomerChanges changes;

    IdentityAnswers(TenantTransaction transaction, CustomerStore customers, CustomerChanges changes) {
        this.transaction = transaction;
        this.customers = customers;
        this.changes = changes;
    }

    /** Runs {@code work} in one transaction, tells {@code customers.changed}, and answers with who was changed. */
    Uni<Response> changed(Caller caller, Function<Mutiny.Session, Uni<Outcome>> work) {
        return transaction
                .in(
                        caller.tenant(),
                        session -> work.apply(session).flatMap(outcome -> affected(session, caller, done(outcome))))
                .flatMap(affected -> announce(caller, affected).replaceWith(answer(affected)));
    }

    /** The customers as they are known now: one after a merge, two after it was taken back. */
    private Uni<List<CustomerRecord>> affected(Mutiny.Session session, Caller caller, Done done) {
        return known(session, caller, done.one())
                .flatMap(one -> known(session, caller, done.other())
                        .map(other -> one.rootId().equals(other.rootId()) ? List.of(one) : List.of(one, other)));
    }

    private Uni<CustomerRecord> known(Mutiny.Session session, Caller caller, UUID customer) {
        return customers.find(session, caller.tenant(), customer).map(Answers::found);
    }

    private Uni<Void> announce(Caller caller, List<CustomerRecord> affected) {
        return Uni.join()
                .all(affected.stream()
                        .map(one -> changes.publish(caller.tenant(), one.centre(), one.customer(), one.changedAt()))
                        .toList())
                .andFailFast()
                .replaceWithVoid();
    }

    private static Response answer(List<CustomerRecord> affected) {
        CustomerRecord asked = affected.getFirst();
        return Answers.tagged(asked.customer(), asked.version());
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
