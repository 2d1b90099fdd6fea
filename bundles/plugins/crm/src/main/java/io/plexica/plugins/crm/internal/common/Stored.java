package io.plexica.plugins.crm.internal.common;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Id;
import javax.persistence.MappedSuperclass;
import javax.persistence.Version;

/**
 * What every row has: an id, a version that grows with each change, and two times. There is no tenant here, and no workspace
 * either: the database keeps that column.
 */
@MappedSuperclass
public abstract class Stored {

    @Id
    @Column(name = "id")
    private UUID id;

    @Version
    @Column(name = "version")
    private long version;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    /** A new row, or an empty one for JPA to fill. */
    protected Stored() {
        id = UUID.randomUUID();
        createdAt = now();
        updatedAt = createdAt;
    }

    public UUID id() {
        return id;
    }

    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    /** Notes the time of a change. */
    protected void touch() {
        updatedAt = now();
    }

    /** PostgreSQL keeps microseconds; what is answered now must equal what is read later. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
