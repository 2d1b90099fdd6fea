package io.plexica.identity.internal.teams;

import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.signal.Signals;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What every change of teams does beside its rows, in the same unit of work: an audit row, and all nodes hear of it. */
record TeamChanges(AuditLog audit, Signals signals) {

    void record(String slug, String action, UUID team, @Nullable Object before, @Nullable Object after) {
        audit.record(slug, action, "team", team.toString(), before, after);
        signals.announce(Signals.GRANTS, slug);
    }
}
