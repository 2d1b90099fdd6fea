package io.plexica.identity.internal.users;

import io.plexica.identity.internal.AuditedChanges;
import io.plexica.identity.internal.Home;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.signal.Signals;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** What every change of people does beside its rows: an audit row, also for a refusal, and all nodes hear of it. */
record PeopleChangeRecorder(AuditLog audit, Signals signals, Database database) {

    /** Makes a change in a unit of work of its own; a refusal goes on record. */
    <T> T attempted(Home home, UUID id, String what, Callable<T> change) {
        return new AuditedChanges(audit, home.resource())
                .make(home.slug(), home.action(what), id.toString(), () -> database.apart(change));
    }

    /** Tells all nodes that somebody may come in now, or not any more. */
    void announce(Home home) {
        signals.announce(Signals.USERS, home.key());
        if (home.slug() != null) {
            signals.announce(Signals.GRANTS, home.slug());
        }
    }

    /** Writes down what became of somebody. */
    void record(Home home, String what, @Nullable Person before, @Nullable Person after) {
        Person subject = before == null ? after : before;
        audit.record(
                home.slug(),
                home.action(what),
                home.resource(),
                subject == null ? "" : subject.id().toString(),
                before == null ? null : before.audited(),
                after == null ? null : after.audited());
    }

    /** Writes down that somebody has other preferences, not which: they are nobody else's affair. */
    void recordPreferences(Home home, UUID id) {
        audit.record(home.slug(), home.action("preferences-changed"), home.resource(), id.toString(), null, null);
    }
}
