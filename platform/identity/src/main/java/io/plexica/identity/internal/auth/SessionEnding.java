package io.plexica.identity.internal.auth;

import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.SessionEnd;
import io.plexica.identity.internal.tokens.Revocations;
import io.plexica.identity.internal.users.UserMirror;
import io.plexica.spi.data.Database;
import java.time.Instant;
import java.util.UUID;
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
        revocations.endUser(new Home(slug).realm(), user.toString(), Instant.now());
        database.afterCommit(() -> users.forget(slug, user));
    }

    @Override
    public void endForGood(@Nullable String slug, UUID user) {
        revocations.endForGood(new Home(slug).realm(), user.toString());
        database.afterCommit(() -> users.forget(slug, user));
    }
}
