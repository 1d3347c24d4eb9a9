package io.switchboard.profile.customer;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A customer as stored, as far as queries join it. {@link CustomerStore} reads and writes the rest. */
@Entity(name = "CustomerRecord")
@Immutable
@Table(name = "customer")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
public class CustomerRecord {
    /** A customer of a tenant. */
    @Embeddable
    public record Key(
            String tenant, @Column(name = "customer_id") UUID customerId) implements Serializable {}

    @EmbeddedId
    Key key;

    /** Whom they were merged into; themselves when they were not. */
    @Column(name = "root_id")
    UUID rootId;

    protected CustomerRecord() {}
}
