package io.plexica.testkit;

import io.plexica.api.data.WorkspaceScoped;
import javax.persistence.Entity;
import javax.persistence.Table;

@Entity
@Table(name = "things")
@WorkspaceScoped
public class ScopedThing extends AnyThing {

    protected ScopedThing() {}

    ScopedThing(String name) {
        super(name);
    }
}
