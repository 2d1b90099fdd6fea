package io.plexica.notifications.internal.letters;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.UserListener;
import io.plexica.spi.identity.UserSummary;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was written to a user goes with them: it names them, and may hold a link that nobody should pass on any more. */
@Component
public final class RemovedUserMessages implements UserListener {

    private final Database database;
    private final Outbox outbox;

    @Activate
    public RemovedUserMessages(
            @Reference Database database, @Reference(target = "(plexica.room=notifications)") SchemaReady schemaReady) {
        this.database = database;
        this.outbox = new Outbox(database);
    }

    @Override
    public void created(String tenantSlug, UUID userId) {}

    @Override
    public void removed(String tenantSlug, UserSummary user) {
        MessageLocation box = new MessageLocation(tenantSlug);
        box.with(database, connection -> new MessageStore(connection, box).deleteAll(user))
                .forEach(outbox::remove);
    }
}
