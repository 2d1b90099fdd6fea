package io.plexica.audit.internal;

import io.plexica.spi.audit.AuditListener;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what core services do. */
@Component
public final class CoreAuditLog implements AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(CoreAuditLog.class);
    private static final int LONGEST_REASON = 2_000;

    private final Database database;
    private final AuditJson json = new AuditJson();
    private final List<AuditListener> listeners = new CopyOnWriteArrayList<>();

    @Activate
    public CoreAuditLog(
            @Reference Database database, @Reference(target = "(plexica.room=audit)") SchemaReady schemaReady) {
        this.database = database;
    }

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void add(AuditListener listener) {
        listeners.add(listener);
    }

    void remove(AuditListener listener) {
        listeners.remove(listener);
    }

    @Override
    public void record(
            @Nullable String tenantSlug,
            String action,
            String resourceType,
            String resourceId,
            @Nullable Object before,
            @Nullable Object after) {
        AuditRow row =
                new AuditRow(tenantSlug, action, resourceType, resourceId, json.write(before), json.write(after), null);
        database.core(row::write);
        if (tenantSlug != null) {
            listeners.forEach(listener -> listener.recorded(tenantSlug, action, resourceType, resourceId));
        }
    }

    @Override
    public void recordFailure(
            @Nullable String tenantSlug, String action, String resourceType, String resourceId, String reason) {
        String shown = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
        AuditRow row = new AuditRow(tenantSlug, action, resourceType, resourceId, null, null, shown);
        try {
            database.newUnitOfWork(() -> database.core(row::write));
        } catch (Exception e) {
            LOG.error("The audit log does not have the failure of {} on {}: {}", action, resourceId, shown, e);
        }
    }
}
