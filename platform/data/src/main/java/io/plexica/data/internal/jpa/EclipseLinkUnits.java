package io.plexica.data.internal.jpa;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.work.DataRoles;
import io.plexica.data.internal.work.UnitsOfWork;
import io.plexica.spi.data.PluginUnits;
import io.plexica.spi.plugins.PluginRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import javax.persistence.EntityManagerFactory;
import org.eclipse.persistence.jpa.PersistenceProvider;

/** Builds plugins' persistence units with EclipseLink. Safe for all threads. */
public final class EclipseLinkUnits implements PluginUnits {

    private static final Pattern DESCRIPTION = Pattern.compile("(?m)^Exception Description: (.+)$");

    private final Map<ClassLoader, PluginUnit> open = new ConcurrentHashMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final UnitsOfWork units;
    private final DataRoles roles;

    /** Persistence units that work within units of work. */
    public EclipseLinkUnits(UnitsOfWork units, DataRoles roles) {
        this.units = units;
        this.roles = roles;
    }

    @Override
    public void open(PluginRef plugin, List<String> classes, ClassLoader loader) {
        List<String> problems = EntityChecks.check(classes, loader);
        if (!problems.isEmpty()) {
            throw invalid("The entities of " + plugin + " cannot serve several tenants; see errors", problems, null);
        }
        PluginUnit before = open.put(loader, build(plugin, classes, loader));
        if (before != null) {
            before.close();
        }
    }

    @Override
    public void close(PluginRef plugin, ClassLoader loader) {
        PluginUnit unit = open.remove(loader);
        if (unit != null) {
            unit.close();
        }
    }

    /** Closes all. */
    public void closeAll() {
        open.keySet().forEach(loader -> close(new PluginRef("", ""), loader));
    }

    /**
     * The tables whose rows belong to workspaces, after the entities of the plugin with this class loader; empty when its
     * unit is not open, and so nobody knows.
     */
    public Optional<Set<String>> workspaceTables(ClassLoader loader) {
        return Optional.ofNullable(open.get(loader)).map(PluginUnit::workspaceTables);
    }

    /** The columns of the entities of the plugin with this class loader, by their tables; empty when nobody knows. */
    public Optional<Map<String, Set<String>>> columns(ClassLoader loader) {
        return Optional.ofNullable(open.get(loader)).map(PluginUnit::columns);
    }

    /**
     * The unit of the plugin with this class loader.
     *
     * @throws PlexicaException {@code internal-error} when it is not open
     */
    PluginUnit require(PluginRef plugin, ClassLoader loader) {
        PluginUnit unit = open.get(loader);
        if (unit == null) {
            throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "The entities of " + plugin + " are not in service");
        }
        return unit;
    }

    private PluginUnit build(PluginRef plugin, List<String> classes, ClassLoader loader) {
        String name = plugin + "#" + numbers.incrementAndGet();
        UnitInfo info = new UnitInfo(
                name, List.copyOf(classes), new UnitLoader(loader), new RoleDataSource(units, roles, plugin.id()));
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(PersistenceProvider.class.getClassLoader());
        try {
            EntityManagerFactory factory =
                    new PersistenceProvider().createContainerEntityManagerFactory(info, Map.of());
            if (factory == null) {
                throw new IllegalStateException("EclipseLink does not take the unit for one of its own");
            }
            return new PluginUnit(factory);
        } catch (RuntimeException e) {
            throw invalid("The entities of " + plugin + " do not make a persistence unit", reasons(e), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static PlexicaException invalid(
            String detail, List<String> problems, @org.jspecify.annotations.Nullable Throwable cause) {
        return new PlexicaException(ErrorCode.PLUGIN_INVALID, detail, cause)
                .withErrors(problems.stream()
                        .map(problem -> new FieldError("/entities", problem))
                        .toList());
    }

    /** The innermost exception knows the class and attribute; of EclipseLink's lines those count that describe. */
    private static List<String> reasons(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null && innermost.getCause() != innermost) {
            innermost = innermost.getCause();
        }
        String said = String.valueOf(innermost.getMessage());
        List<String> described = DESCRIPTION
                .matcher(said)
                .results()
                .map(found -> found.group(1).strip())
                .distinct()
                .toList();
        return described.isEmpty() ? List.of(said.replaceAll("\\s*\\R\\s*", " ").strip()) : described;
    }
}
