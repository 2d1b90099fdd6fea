package io.plexica.data.testing.desk;

import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** Belongs to the whole tenant. */
@Entity
@Table(name = "rooms")
public class Room {

    @Id
    public String name;
}
