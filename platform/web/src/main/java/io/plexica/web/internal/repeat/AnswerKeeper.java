package io.plexica.web.internal.repeat;

import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.jobs.PlatformJob;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantListener;
import io.plexica.spi.tenancy.TenantStatus;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Forgets kept answers in time: after a day, and with their tenant. There as soon as their table is. */
@Component(
        service = {AnswerKeeper.class, TenantListener.class, PlatformJob.class},
        immediate = true)
public final class AnswerKeeper implements TenantListener, PlatformJob {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerKeeper.class);

    private final Database database;

    @Activate
    public AnswerKeeper(@Reference Database database, @Reference(target = "(plexica.room=web)") SchemaReady ready) {
        this.database = database;
    }

    @Override
    public String name() {
        return "web.answers";
    }

    @Override
    public String schedule() {
        return "PT1H";
    }

    @Override
    public void run() {
        KeptAnswers.purge(database);
    }

    @Override
    public void changed(Tenant tenant) {
        if (tenant.status() == TenantStatus.DELETED) {
            forget(tenant.slug());
        }
    }

    /** Before whoever removes the tenant is told that nothing is left: one look along an index. */
    private void forget(String slug) {
        try (Contexts.Scope scope = Contexts.open(ExecutionContext.platform(Contexts.newTraceId()))) {
            KeptAnswers.forget(database, slug);
        } catch (RuntimeException e) {
            LOG.warn("The kept answers of the tenant {} could not be forgotten; they go within a day", slug, e);
        }
    }
}
