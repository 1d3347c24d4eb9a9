package io.switchboard.profile.customer;

import io.switchboard.contracts.message.Customer;
import io.switchboard.contracts.message.Standing;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** A customer as stored. Only read through Hibernate; {@link CustomerStore} writes. */
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

    String centre;

    int version;

    @Nullable
    String name;

    @Enumerated(EnumType.STRING)
    Standing standing;

    @Column(name = "last_agent")
    @Nullable
    String lastAgent;

    @Column(name = "first_message_id")
    @Nullable
    UUID firstMessageId;

    @Column(name = "changed_at")
    Instant changedAt;

    protected CustomerRecord() {}

    /** Returns the centre that met them first. */
    public String centre() {
        return centre;
    }

    /** Returns the id under which all they are one with are known. */
    public UUID rootId() {
        return rootId;
    }

    /** Returns how often it has changed who they are one with or what is said of them; of no use but to compare. */
    public int version() {
        return version;
    }

    /** Returns when their profile changed last. */
    public Instant changedAt() {
        return changedAt;
    }

    /** Returns whether {@code messageId} is the message by which they were met. */
    public boolean wasMetBy(UUID messageId) {
        return messageId.equals(firstMessageId);
    }

    /** Returns them as others may know them. */
    public Customer customer() {
        return new Customer(key.customerId(), name, standing, lastAgent);
    }
}
