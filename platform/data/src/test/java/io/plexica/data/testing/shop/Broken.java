package io.plexica.data.testing.shop;

import javax.persistence.Entity;

/** An entity without an id. */
@Entity
public class Broken {

    private String name;
}
