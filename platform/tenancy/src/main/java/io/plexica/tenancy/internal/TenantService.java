package io.plexica.tenancy.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.rest.Page;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.tenancy.ProvisioningStep;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantListener;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.web.IfMatch;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** The tenants, as REST, the shell and other rooms use them. Changes commit on their own, whatever unit of work is open. */
@Component(
        service = {Tenants.class, TenantService.class},
        immediate = true)
public final class TenantService implements Tenants {

    private final LazyServices<ProvisioningStep> steps;
    private final LazyServices<TenantListener> listeners;
    private final LazyServices<IdentityProvider> identityProviders;
    private final TenantManagement management;

    @Activate
    public TenantService(
            BundleContext context,
            @Reference Database database,
            @Reference AuditLog audit,
            @Reference TenancySettings settings,
            @Reference(target = "(plexica.room=tenancy)") SchemaReady schemaReady) {
        steps = new LazyServices<>(context);
        listeners = new LazyServices<>(context);
        identityProviders = new LazyServices<>(context);
        Core core = new Core(
                new Transactions(database), audit, new TenantDirectory(listeners::all), settings, Clock.systemUTC());
        management = new TenantManagement(core, steps::all, identityProviders::all);
        management.start();
    }

    @Deactivate
    void stop() {
        management.stop();
    }

    @Override
    public Optional<Tenant> find(String slug) {
        return management.directory().find(slug);
    }

    @Override
    public List<Tenant> all() {
        return management.directory().all();
    }

    @Override
    public String theme(String slug) {
        return management.directory().theme(slug);
    }

    @Override
    public Tenant create(NewTenant wanted) {
        return create(TenantDraft.of(wanted), Progress.NONE).tenant();
    }

    /** Provisions a tenant; returns when it is ACTIVE or everything has been undone. */
    public TenantRow create(@Nullable TenantDraft draft, Progress progress) {
        return management.create(draft, progress);
    }

    /** A tenant as the table has it. */
    public TenantRow get(String slug) {
        return management.get(slug);
    }

    /** A page of the tenants. */
    public Page<TenantRow> list(TenantQuery query) {
        return management.list(query);
    }

    /** Changes what people may edit, after a JSON merge patch. */
    public TenantRow edit(String slug, @Nullable JsonNode patch, IfMatch condition) {
        return management.edit(slug, patch, condition);
    }

    /** Stops serving a tenant at once. */
    public TenantRow suspend(String slug) {
        return management.lifecycle().suspend(slug);
    }

    /** Serves a suspended tenant again; tokens from before stay dead. */
    public TenantRow activate(String slug) {
        return management.lifecycle().activate(slug);
    }

    /** Takes a tenant out of service until it is restored. */
    public TenantRow deleteSoftly(String slug) {
        return management.lifecycle().deleteSoftly(slug);
    }

    /** Takes back a soft deletion. */
    public TenantRow restore(String slug) {
        return management.lifecycle().restore(slug);
    }

    /** Removes a tenant with all its data, for ever. */
    public void deleteForEver(String slug, Progress progress) {
        management.remove(slug, progress);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addStep(ServiceReference<ProvisioningStep> step) {
        steps.add(step);
        management.wake();
    }

    void removeStep(ServiceReference<ProvisioningStep> step) {
        steps.remove(step);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addListener(ServiceReference<TenantListener> listener) {
        listeners.add(listener);
    }

    void removeListener(ServiceReference<TenantListener> listener) {
        listeners.remove(listener);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addIdentityProvider(ServiceReference<IdentityProvider> provider) {
        identityProviders.add(provider);
        management.wake();
    }

    void removeIdentityProvider(ServiceReference<IdentityProvider> provider) {
        identityProviders.remove(provider);
    }
}
