package io.plexica.plugins.internal.backup;

import io.plexica.api.manifest.PluginManifest;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.backup.CopiedPlugins.Plugin;
import io.plexica.plugins.internal.plan.Eligibility;
import io.plexica.plugins.internal.runtime.PluginRuntime;
import io.plexica.plugins.internal.runtime.Registry;
import io.plexica.plugins.internal.runtime.Routes;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.runtime.StateWarnings;
import io.plexica.plugins.internal.store.InstallationStore;
import io.plexica.plugins.internal.store.Transactions;
import io.plexica.spi.backup.PartReader;
import io.plexica.spi.backup.PartWriter;
import io.plexica.spi.backup.SchemaEntries;
import io.plexica.spi.backup.TenantPart;
import io.plexica.spi.backup.TenantRows;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseException;
import io.plexica.spi.data.SchemaContent;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.TenantCopies;
import io.plexica.spi.data.TenantSnapshot;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The plugins of a tenant that is taken elsewhere: what is installed, in which version and with which settings, the tables, and
 * what they share. The versions themselves must be there already where it comes to; secret settings must be set anew.
 */
@Component
public final class PluginsPart implements TenantPart {

    private static final SchemaContent NO_SCHEMA = new SchemaContent(Map.of(), List.of(), List.of());

    private final PluginRuntime runtime;
    private final Routes routes;
    private final InstallationStore installations;
    private final TenantCopies copies;
    private final Database database;
    private final Signals signals;

    /** Takes what it reads and fills. */
    @Activate
    public PluginsPart(
            @Reference PluginRuntime runtime,
            @Reference Routes routes,
            @Reference InstallationStore installations,
            @Reference TenantCopies copies,
            @Reference Database database,
            @Reference Signals signals,
            @Reference(target = "(plexica.room=plugins)") SchemaReady ready) {
        this.runtime = runtime;
        this.routes = routes;
        this.installations = installations;
        this.copies = copies;
        this.database = database;
        this.signals = signals;
    }

    @Override
    public String name() {
        return "plugins";
    }

    @Override
    public void requireCalm(Tenant tenant) {
        installations.ofTenant(tenant.slug()).stream()
                .filter(installation -> installation.operation() != null)
                .findFirst()
                .ifPresent(installation -> {
                    throw CopiedRows.busy(tenant.slug(), installation.plugin().id());
                });
    }

    @Override
    public void write(Tenant tenant, TenantSnapshot snapshot, PartWriter to) throws IOException {
        CopiedPlugins copied = CopiedRows.read(tenant.slug(), snapshot);
        to.json(CopiedPlugins.ENTRY, copied);
        for (TenantRows rows : CopiedRows.OTHERS) {
            rows.write(tenant.slug(), snapshot, to);
        }
        Map<String, SchemaContent> schemas = snapshot.plugins();
        for (Plugin plugin : copied.plugins()) {
            SchemaContent schema = schemas.get(plugin.id());
            if (schema != null) {
                SchemaEntries.write(snapshot, plugin.id(), schema, plugin.toFolder(), to);
            }
        }
    }

    @Override
    public Set<String> entries(PartReader from) throws IOException {
        Set<String> names = new HashSet<>(Set.of(CopiedPlugins.ENTRY));
        CopiedRows.OTHERS.forEach(rows -> names.add(rows.entry()));
        for (Plugin plugin : CopiedPlugins.read(from).plugins()) {
            names.addAll(SchemaEntries.names(plugin.toFolder(), from));
        }
        return names;
    }

    @Override
    public List<String> problems(String slug, String plan, PartReader from) throws IOException {
        List<String> problems = new ArrayList<>();
        for (Plugin plugin : CopiedPlugins.read(from).plugins()) {
            problem(slug, plan, plugin, content(plugin, from)).ifPresent(problems::add);
        }
        return problems;
    }

    @Override
    public void restore(TenantSpec tenant, PartReader from) throws IOException {
        String slug = tenant.slug();
        CopiedPlugins copied = CopiedPlugins.read(from);
        for (Plugin plugin : copied.plugins()) {
            fill(slug, plugin, content(plugin, from), from);
        }
        try {
            Transactions.alone(database, () -> restoreRows(slug, copied, from));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void undo(TenantSpec tenant) {
        routes.removeTenant(tenant.slug());
        installations.deleteTenant(tenant.slug());
    }

    private void restoreRows(String slug, CopiedPlugins copied, PartReader from) {
        try {
            database.core(connection -> CopiedRows.insert(connection, slug, copied));
        } catch (DatabaseException e) {
            throw CopiedPlugins.isRefused(e)
                    ? CopiedPlugins.unfit("has a plugin that does not fit (" + e.sqlState() + ")")
                    : e;
        }
        try {
            for (TenantRows rows : CopiedRows.OTHERS) {
                rows.restore(slug, database, from);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        database.core(connection -> CopiedRows.demandObjects(connection, slug));
        signals.announce(Signals.PLUGINS, slug);
        signals.announce(Signals.CONFIGURATION, slug);
    }

    private static SchemaContent content(Plugin plugin, PartReader from) throws IOException {
        return SchemaEntries.content(plugin.toFolder(), from).orElse(NO_SCHEMA);
    }

    private void fill(String slug, Plugin plugin, SchemaContent content, PartReader from) throws IOException {
        RunningPlugin version = fitting(plugin.toRef(), content)
                .orElseThrow(() -> PlexicaException.validation(new FieldError(
                        "/plugins/" + plugin.id(), plugin.toRef() + " does not run here any more, or has changed")));
        copies.fill(
                slug,
                plugin.id(),
                version.candidate().manifest().data().migrations(),
                version.hosted().loader(),
                content,
                SchemaEntries.rows(plugin.toFolder(), content, from));
    }

    private Optional<String> problem(String slug, String plan, Plugin plugin, SchemaContent content) {
        Registry registry = runtime.registry();
        PluginRef ref = plugin.toRef();
        Optional<RunningPlugin> running = registry.running(ref);
        if (registry.find(ref).isEmpty()) {
            return Optional.of(ref + " is missing here: publish it first");
        }
        if (running.isEmpty()) {
            return Optional.of(ref + " does not run here: " + StateWarnings.whyIdle(registry, ref));
        }
        PluginManifest manifest = running.get().candidate().manifest();
        if (plugin.status().isPresent() && !Eligibility.isVisible(manifest, slug)) {
            return Optional.of(ref + " is not for a tenant " + slug + ": its visibility names others");
        }
        if (plugin.status().isPresent()
                && !manifest.plans().isEmpty()
                && !manifest.plans().contains(plan)) {
            return Optional.of(
                    ref + " is for tenants on the plan " + String.join(" or ", manifest.plans()) + ", not on " + plan);
        }
        return fitting(ref, content).isPresent()
                ? Optional.empty()
                : Optional.of("the tables of " + ref + " are others than those it has here: "
                        + String.join("; ", unfit(running.get(), content)));
    }

    /** The version whose files made the tables: the tenant's own, or that of which it has kept the tables; the oldest of those. */
    private Optional<RunningPlugin> fitting(PluginRef ref, SchemaContent content) {
        Registry registry = runtime.registry();
        List<RunningPlugin> candidates = new ArrayList<>();
        registry.running(ref).ifPresent(candidates::add);
        List<RunningPlugin> others = registry.versions(ref.id()).stream()
                .map(version -> registry.running(version.ref()))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(others);
        candidates.addAll(others);
        return candidates.stream()
                .filter(version -> unfit(version, content).isEmpty())
                .findFirst();
    }

    private List<String> unfit(RunningPlugin version, SchemaContent content) {
        return copies.problems(
                content,
                version.candidate().manifest().data().migrations(),
                version.hosted().loader());
    }
}
