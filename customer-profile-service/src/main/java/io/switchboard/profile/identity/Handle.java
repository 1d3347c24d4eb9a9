package io.switchboard.profile.identity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Whose address it is. Only read through Hibernate; {@link Identities} writes. */
@Entity
@Immutable
@Table(name = "handle")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class Handle {
    /** An {@link io.switchboard.profile.customer.Address} within a tenant. */
    @Embeddable
    public record Key(
            String tenant,
            String kind,
            String scope,
            @Column(name = "value") String value) implements Serializable {}

    @EmbeddedId
    Key key;

    @Column(name = "customer_id")
    UUID customerId;

    @Nullable
    String name;

    protected Handle() {}
}
