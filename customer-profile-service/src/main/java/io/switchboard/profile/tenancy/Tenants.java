package io.switchboard.profile.tenancy;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which tenants there are, for work that visits each under its own name. */
@ApplicationScoped
public class Tenants {
    private final Mutiny.SessionFactory sessions;

    Tenants(Mutiny.SessionFactory sessions) {
        this.sessions = sessions;
    }

    /** Returns all of whom a message was ever received. */
    public Uni<List<String>> all() {
        return sessions.withStatelessSession(
                session -> session.createNativeQuery("select distinct tenant from centre", String.class)
                        .getResultList());
    }
}
