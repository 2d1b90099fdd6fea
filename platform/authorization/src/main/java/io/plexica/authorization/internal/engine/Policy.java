package io.plexica.authorization.internal.engine;

import java.util.Comparator;
import java.util.UUID;

/**
 * A rule that narrows what roles grant.
 *
 * @param id its id
 * @param name the name people see
 * @param permission the keys it concerns, as a pattern
 * @param effect what it does
 * @param condition when
 * @param priority which is looked at, and named, first: higher ones. Never changes what comes out
 */
public record Policy(UUID id, String name, String permission, Effect effect, Condition condition, int priority) {

    /** The order in which policies are looked at. */
    static final Comparator<Policy> ORDER = Comparator.comparingInt(Policy::priority)
            .reversed()
            .thenComparing(Policy::name)
            .thenComparing(Policy::id);
}
