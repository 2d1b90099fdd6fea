package io.plexica.tenancy.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.rest.Page;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.TenantPools;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.tenancy.ProvisioningStep;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantListener;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.web.IfMatch;
import io.plexica.tenancy.internal.DraftCheck.Checked;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tenants, as REST, the shell and other rooms use them. Changes commit on their own, whatever unit of work is open. */
@Component(
        service = {Tenants.class, TenantService.class},
        immediate = true)
public final class TenantService implements Tenants {

    private static final Logger LOG = LoggerFactory.getLogger(TenantService.class);

    private final LazyServices<ProvisioningStep> steps;
    private final LazyServices<TenantListener> listeners;
    private final LazyServices<IdentityProvider> identityProviders;
    private final TenancySettings settings;
    private final TenantManagement management;

    @Activate
    public TenantService(
            BundleContext context,
            @Reference Database database,
            @Reference TenantPools pools,
            @Reference Signals signals,
            @Reference AuditLog audit,
            @Reference TenancySettings settings,
            @Reference(target = "(plexica.room=tenancy)") SchemaReady schemaReady) {
        steps = new LazyServices<>(context);
        listeners = new LazyServices<>(context);
        identityProviders = new LazyServices<>(context);
        this.settings = settings;
        TenancyServices core = new TenancyServices(
                new Transactions(database),
                audit,
                signals,
                new TenantDirectory(listeners::all),
                settings,
                Clock.systemUTC());
        management = new TenantManagement(core, pools, steps::all, identityProviders::all);
        management.start();
        settings.pinned()
                .filter(slug -> management.directory().find(slug).isEmpty())
                .ifPresent(slug -> LOG.warn("PLEXICA_TENANT names {}, which does not exist yet: create it", slug));
    }

    @Deactivate
    void stop() {
        management.stop();
    }

    @Override
    public Optional<Tenant> find(String slug) {
        return management.tenants().find(slug);
    }

    @Override
    public List<Tenant> all() {
        return management.directory().all().stream()
                .filter(tenant -> settings.serves(tenant.slug()))
                .toList();
    }

    @Override
    public Optional<String> pinned() {
        return settings.pinned();
    }

    @Override
    public List<String> plans() {
        return settings.plans().names();
    }

    @Override
    public String theme(String slug) {
        return management.tenants().row(slug).map(TenantRow::theme).orElse("{}");
    }

    @Override
    public String settings(String slug) {
        return management.tenants().row(slug).map(TenantRow::settings).orElse("{}");
    }

    @Override
    public Tenant create(NewTenant wanted) {
        return create(TenantDraft.of(wanted), Progress.NONE).tenant();
    }

    @Override
    public void requireCreatable(ImportedTenant wanted) {
        management.checkImport(wanted);
    }

    @Override
    public List<FieldError> obstacles(ImportedTenant wanted) {
        return management.obstacles(wanted);
    }

    @Override
    public Tenant create(ImportedTenant wanted, Consumer<String> says) {
        return management
                .create(management.checkImport(wanted), (step, event) -> {
                    if (event == Progress.Event.DONE) {
                        says.accept(step);
                    }
                })
                .tenant();
    }

    /** Provisions a tenant; returns when it is ACTIVE or everything has been undone. */
    public TenantRow create(@Nullable TenantDraft draft, Progress progress) {
        return management.create(management.check(draft), progress);
    }

    /** Refuses what cannot be made, and gives back how to make it: for those who wait elsewhere. */
    public Function<Progress, TenantRow> checked(@Nullable TenantDraft draft) {
        Checked checked = management.check(draft);
        management.demandFree(checked);
        return progress -> management.create(checked, progress);
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
        return management.edit(slug, "core.tenant.updated", condition, plans -> TenantPatch.of(patch, plans));
    }

    /** Changes settings as the tenant's own people may. */
    public TenantRow editSettings(String slug, @Nullable JsonNode patch, IfMatch condition) {
        return management.edit(slug, "core.settings.updated", condition, plans -> TenantPatch.ofSettings(patch, plans));
    }

    /** Changes the theme as the tenant's own people may. */
    public TenantRow editTheme(String slug, @Nullable JsonNode patch, IfMatch condition) {
        return management.edit(slug, "core.theme.updated", condition, plans -> TenantPatch.ofTheme(patch, plans));
    }

    /** Stops serving a tenant at once. */
    public TenantRow suspend(String slug) {
        return suspend(slug, IfMatch.ANY);
    }

    /** The same, if the tenant is still as the caller read it. */
    public TenantRow suspend(String slug, IfMatch condition) {
        return management.lifecycle().suspend(slug, condition);
    }

    /** Serves a suspended tenant again; tokens from before stay dead. */
    public TenantRow activate(String slug) {
        return activate(slug, IfMatch.ANY);
    }

    /** The same, if the tenant is still as the caller read it. */
    public TenantRow activate(String slug, IfMatch condition) {
        return management.lifecycle().activate(slug, condition);
    }

    /** Takes a tenant out of service until it is restored. */
    public TenantRow deleteSoftly(String slug) {
        return deleteSoftly(slug, IfMatch.ANY);
    }

    /** The same, if the tenant is still as the caller read it. */
    public TenantRow deleteSoftly(String slug, IfMatch condition) {
        return management.lifecycle().deleteSoftly(slug, condition);
    }

    /** Takes back a soft deletion. */
    public TenantRow restore(String slug) {
        return restore(slug, IfMatch.ANY);
    }

    /** The same, if the tenant is still as the caller read it. */
    public TenantRow restore(String slug, IfMatch condition) {
        return management.lifecycle().restore(slug, condition);
    }

    /** Removes a tenant with all its data, for ever. */
    public void deleteForEver(String slug, Progress progress) {
        deleteForEver(slug, IfMatch.ANY, progress);
    }

    /** The same, if the tenant is still as the caller read it. */
    public void deleteForEver(String slug, IfMatch condition, Progress progress) {
        management.remove(slug, condition, progress);
    }

    /** How many steps it takes to make a tenant. */
    public int steps() {
        return settings.steps().size();
    }

    /** Removes for good those whose time to be restored is over. */
    void removeDue() {
        management.removeDue();
    }

    /** Somebody, perhaps on another node, has changed a tenant; empty for any of them. */
    void changed(String slug) {
        management.tenants().changed(slug);
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
