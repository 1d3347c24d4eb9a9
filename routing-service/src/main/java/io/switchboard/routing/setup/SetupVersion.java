package io.switchboard.routing.setup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.switchboard.contracts.routing.RoutingSetup;
import io.switchboard.kit.event.EventJson;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of a centre's setup, as stored. */
@Entity
@Immutable
@Table(name = "setup_version")
@SuppressWarnings("NullAway.Init") // filled by Hibernate
class SetupVersion {
    private static final int HASH_DIGITS = 12;

    /** A version of a centre. */
    @Embeddable
    record Key(String tenant, String centre, int number) implements Serializable {}

    /** Where a version came from. */
    enum Origin {
        REST,
        FILE,
        ROLLBACK
    }

    @EmbeddedId
    Key key;

    @JdbcTypeCode(SqlTypes.JSON)
    String content;

    @Column(name = "content_hash")
    String hash;

    @Enumerated(EnumType.STRING)
    Origin origin;

    @Column(name = "changed_by")
    String changedBy;

    @Column(name = "changed_at")
    Instant changedAt;

    @Nullable
    String comment;

    SetupVersion() {}

    /** The number alone would say too little after a database was lost and began again. */
    String name() {
        return key.number() + "-" + hash.substring(0, HASH_DIGITS);
    }

    SetupContent content() {
        return new SetupContent(content, hash);
    }

    /** Returns the document of this version, as somebody could write it. */
    ObjectNode document() {
        ObjectNode document = content().tree();
        document.put("tenant", key.tenant()).put("centre", key.centre());
        return FieldOrder.of(document, RoutingSetup.class);
    }

    /** Returns what is published of this version. */
    RoutingSetup published() {
        ObjectNode published = document();
        published.put("version", name()).put("changedBy", changedBy).put("changedAt", changedAt.toString());
        try {
            return EventJson.MAPPER.treeToValue(published, RoutingSetup.class);
        } catch (IOException impossible) {
            // It was read once before it was stored.
            throw new UncheckedIOException(impossible);
        }
    }
}
