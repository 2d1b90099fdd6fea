package io.plexica.testkit;

import javax.persistence.Entity;
import javax.persistence.Table;

@Entity
@Table(name = "things")
public class Thing extends AnyThing {

    protected Thing() {}

    Thing(String name) {
        super(name);
    }
}
