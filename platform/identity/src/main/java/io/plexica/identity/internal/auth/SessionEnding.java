package io.plexica.identity.internal.auth;

import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.SessionEnd;
import io.plexica.identity.internal.tokens.Revocations;
import io.plexica.identity.internal.users.UserMirror;
import io.plexica.spi.data.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Ends sign-ins by revoking them: dead here once the unit of work has committed, everywhere within a second. */
@Component
public final class SessionEnding implements SessionEnd {

    private final Revocations revocations;
    private final UserMirror users;
    private final Database database;

    @Activate
    public SessionEnding(
            @Reference Revocations revocations, @Reference UserMirror users, @Reference Database database) {
        this.revocations = revocations;
        this.users = users;
        this.database = database;
    }

    @Override
    public void endAll(@Nullable String slug, UUID user) {
        Instant now = Instant.now();
        revocations.endUser(new Home(slug).realm(), user.toString(), now);
        database.afterCommit(() -> {
            users.forget(slug, user);
            untilTheSecondAfter(now);
        });
    }

    @Override
    public void endForGood(@Nullable String slug, UUID user) {
        revocations.endForGood(new Home(slug).realm(), user.toString());
        database.afterCommit(() -> users.forget(slug, user));
    }

    /** Tokens tell when they were issued to the second: who signs in once this is over must not look like before. */
    private static void untilTheSecondAfter(Instant moment) {
        Instant next = moment.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        Duration left = Duration.between(Instant.now(), next);
        while (left.compareTo(Duration.ZERO) > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(left.toNanos());
            left = Duration.between(Instant.now(), next);
        }
    }
}
