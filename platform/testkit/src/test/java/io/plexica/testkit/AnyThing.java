package io.plexica.testkit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Id;
import javax.persistence.MappedSuperclass;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.Size;

@MappedSuperclass
public abstract class AnyThing {

    @Id
    @Column(name = "id")
    UUID id = UUID.randomUUID();

    @NotBlank
    @Size(max = 5)
    @Column(name = "name")
    String name;

    @Column(name = "made_at")
    Instant madeAt = Instant.now().truncatedTo(ChronoUnit.MICROS);

    protected AnyThing() {}

    AnyThing(String name) {
        this.name = name;
    }
}
