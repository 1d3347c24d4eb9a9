package io.switchboard.profile.api;

import static io.switchboard.profile.api.Answers.found;
import static io.switchboard.profile.api.Answers.inTime;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.switchboard.kit.tenancy.Caller;
import io.switchboard.kit.tenancy.Callers;
import io.switchboard.profile.api.TimelinePage.NoteView;
import io.switchboard.profile.history.Note;
import io.switchboard.profile.history.NoteStore;
import io.switchboard.profile.tenancy.TenantTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.resteasy.reactive.RestPath;

/** What agents note of a customer, for colleagues. */
@Path("/api/v1/customers/{id}/notes")
@Tag(name = "Customers")
@RolesAllowed({"agent", "supervisor"})
@APIResponse(
        responseCode = "404",
        description = "The caller's tenant has no such customer, or the customer no such note")
@APIResponse(responseCode = "503", description = "The database does not answer; try again")
public class NotesApi {
    private final SecurityIdentity identity;
    private final Callers callers;
    private final TenantTransaction transaction;
    private final NoteStore notes;

    NotesApi(SecurityIdentity identity, Callers callers, TenantTransaction transaction, NoteStore notes) {
        this.identity = identity;
        this.callers = callers;
        this.transaction = transaction;
        this.notes = notes;
    }

    @POST
    @Operation(summary = "Note something", description = "The author is the caller. A note is never changed.")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = NoteView.class)))
    @APIResponse(responseCode = "409", description = "There is another note with this id")
    public Uni<Response> write(@RestPath UUID id, @NotNull @Valid NewNote wish) {
        Caller caller = callers.of(identity);
        UUID noteId = Optional.ofNullable(wish.noteId()).orElseGet(UUID::randomUUID);
        // PostgreSQL keeps no NUL in text.
        String text = wish.text().replace('\u0000', '\uFFFD');
        var note = new Note(noteId, id, caller.name(), text, Instant.now().truncatedTo(ChronoUnit.MILLIS), null, null);
        return inTime(transaction.in(
                        caller.tenant(), session -> notes.write(session, caller.tenant(), caller.centre(), note)))
                .map(written -> created(note, found(written)));
    }

    private static Response created(Note wish, Note written) {
        if (!written.customerId().equals(wish.customerId())
                || !written.author().equals(wish.author())
                || (written.deletedAt() == null && !Objects.equals(wish.text(), written.text()))) {
            throw HttpProblem.builder()
                    .withStatus(Response.Status.CONFLICT)
                    .withTitle("Conflict")
                    .withDetail("There is another note with the id " + wish.noteId() + ".")
                    .build();
        }
        return Response.created(URI.create("/api/v1/customers/" + written.customerId() + "/notes/" + written.noteId()))
                .entity(NoteView.of(written))
                .build();
    }

    @DELETE
    @Path("{note}")
    @Operation(
            summary = "Delete what a note says",
            description = "Its author or a supervisor may. That it was there stays to be seen.")
    @APIResponse(responseCode = "204", description = "It says nothing any more")
    @APIResponse(responseCode = "403", description = "Another agent's note")
    public Uni<Void> delete(@RestPath UUID id, @RestPath UUID note) {
        Caller caller = callers.of(identity);
        return inTime(transaction.in(
                caller.tenant(),
                session -> notes.find(session, caller.tenant(), note)
                        .map(found -> found.filter(one -> one.customerId().equals(id)))
                        .map(Answers::found)
                        .invoke(found -> checkMayDelete(caller, found))
                        .chain(() -> delete(session, caller, note))));
    }

    private void checkMayDelete(Caller caller, Note note) {
        if (!note.author().equals(caller.name()) && !identity.hasRole("supervisor")) {
            throw new ForbiddenException("another agent's note");
        }
    }

    private Uni<Void> delete(Mutiny.Session session, Caller caller, UUID note) {
        return notes.delete(session, caller.tenant(), note, caller.name());
    }
}
