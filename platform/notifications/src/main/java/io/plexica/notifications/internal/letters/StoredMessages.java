package io.plexica.notifications.internal.letters;

import io.plexica.notifications.internal.templates.Language;
import io.plexica.notifications.internal.templates.Letter;
import io.plexica.notifications.internal.templates.Templates;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.mail.MailTransport;
import io.plexica.spi.mail.Messages;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.web.Checks;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Takes messages in the unit of work of whoever sends them; a worker brings them away once that has committed. */
@Component(immediate = true)
public final class StoredMessages implements Messages {

    /** So that a message sent while the platform starts does not find that there is no mail server yet. */
    private static final Duration PATIENCE_AT_START = Duration.ofSeconds(20);

    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final Database database;
    private final Tenants tenants;
    private final Outbox outbox;
    private final Templates templates = new Templates();
    private final WorkerSchedule rounds;
    private volatile @Nullable MailTransport transport;

    @Activate
    public StoredMessages(
            @Reference Database database,
            @Reference Tenants tenants,
            @Reference(target = "(plexica.room=notifications)") SchemaReady schemaReady) {
        this(database, tenants, PATIENCE_AT_START, PAUSE);
    }

    StoredMessages(Database database, Tenants tenants, Duration start, Duration pause) {
        this.database = database;
        this.tenants = tenants;
        this.outbox = new Outbox(database);
        MailSender postman = new MailSender(database, tenants, () -> transport);
        this.rounds = new WorkerSchedule(postman::work, start, pause);
    }

    @Deactivate
    void stop() {
        rounds.stop();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setTransport(MailTransport server) {
        transport = server;
    }

    void unsetTransport(MailTransport server) {
        if (server.equals(transport)) {
            transport = null;
        }
    }

    @Override
    public void send(
            @Nullable String tenantSlug,
            String to,
            @Nullable String language,
            String template,
            Map<String, String> values) {
        new Checks().email("/email", to).done();
        Language written = Language.of(language == null ? languageOf(tenantSlug) : language);
        Letter letter = templates.write(template, written, values);
        MessageLocation box = new MessageLocation(tenantSlug);
        UUID id = UUID.randomUUID();
        database.together(() -> {
            box.with(database, connection -> {
                new MessageStore(connection, box).insert(id, to, template, written.written(), letter);
                return id;
            });
            outbox.add(id, box);
            database.afterCommit(rounds::wake);
            return id;
        });
    }

    private @Nullable String languageOf(@Nullable String slug) {
        return slug == null ? null : TenantLanguage.of(tenants, slug);
    }
}
