package io.plexica.testkit;

import io.plexica.api.context.ContextExecutor;
import io.plexica.api.context.RequestContext;
import io.plexica.api.data.Data;
import io.plexica.api.data.WorkspaceScoped;
import io.plexica.testkit.internal.BodyCheck;
import io.plexica.testkit.internal.CurrentContext;
import io.plexica.testkit.internal.PluginTables;
import io.plexica.testkit.internal.Workbench;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The platform's database code on a real PostgreSQL, for the tests of one plugin in one class:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final PluginFixture FIXTURE = PluginFixture.forPlugin("crm")
 *         .migrations("db/migration")
 *         .entities(Contact.class, Deal.class);
 * }</pre>
 *
 * <p>Before the first test the plugin's migrations run for the tenants {@code acme} and {@code globex}, with the schemas,
 * roles and grants that the platform gives them. Each test begins with the tables as the migrations left them, if those
 * filled none; tables that a migration fills keep their rows. The server is shared by all classes of a run; the first one
 * waits a few seconds for it.
 *
 * <p>{@link #data}, {@link #context}, {@link #executor}, {@link #configuration}, {@link #audit}, {@link #events},
 * {@link #notifications}, {@link #jobs}, {@link #usage} and {@link #search} are what the platform would inject. They answer for the caller of
 * {@link #as} or {@link #run}, each of which is one request: a unit of work that commits when it returns and rolls back when
 * it throws. Guards and JSON are the platform's part and not played here.
 */
public final class PluginFixture implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    /** The first tenant. */
    public static final String ACME = "acme";

    /** The second tenant. */
    public static final String GLOBEX = "globex";

    private static final List<String> TENANTS = List.of(ACME, GLOBEX);

    private final String plugin;
    private final @Nullable String migrations;
    private final List<Class<?>> classes;
    private final CurrentContext context = new CurrentContext(TestContext.nowhere());
    private final TestConfiguration configuration = new TestConfiguration();
    private final RecordedAudit audit = new RecordedAudit(action -> opened().afterCommit(action));
    private final RecordedEvents events;
    private final RecordedNotifications notifications =
            new RecordedNotifications(action -> opened().afterCommit(action));
    private final RecordedJobs jobs;
    private final RecordedUsage usage = new RecordedUsage(action -> opened().afterCommit(action));
    private final TestSearch search = new TestSearch(context, action -> opened().afterCommit(action));
    private @Nullable PluginTables tables;

    private PluginFixture(String plugin, @Nullable String migrations, List<Class<?>> classes) {
        this.plugin = plugin;
        this.migrations = migrations;
        this.classes = List.copyOf(classes);
        this.events = new RecordedEvents(plugin, action -> opened().afterCommit(action));
        this.jobs = new RecordedJobs(action -> opened().afterCommit(action));
    }

    /** A fixture for the plugin with this id, without tables. */
    public static PluginFixture forPlugin(String id) {
        return new PluginFixture(id, null, List.of());
    }

    /** The same fixture with tables: the folder of migrations on the class path, as the manifest names it. */
    public PluginFixture migrations(String folder) {
        return new PluginFixture(plugin, folder, classes);
    }

    /** The same fixture with entities; converters, embeddables and mapped superclasses are named too. */
    public PluginFixture entities(Class<?>... more) {
        return new PluginFixture(
                plugin,
                migrations,
                Stream.concat(classes.stream(), Arrays.stream(more)).toList());
    }

    /** The plugin's id. */
    public String plugin() {
        return plugin;
    }

    /** Whether rows of the plugin belong to workspaces. */
    public boolean workspaceScoped() {
        return classes.stream().anyMatch(PluginFixture::isScoped);
    }

    /** The plugin's tables in the caller's tenant. */
    public Data data() {
        return opened().data();
    }

    /** Runs work on other threads on behalf of the caller who hands it over. */
    public ContextExecutor executor() {
        return opened().executor();
    }

    /** The caller of the work that runs. */
    public RequestContext context() {
        return context;
    }

    /** The plugin's settings, for a test to make up; each begins with none. */
    public TestConfiguration configuration() {
        return configuration;
    }

    /** What the work has recorded. */
    public RecordedAudit audit() {
        return audit;
    }

    /** What the work has published. */
    public RecordedEvents events() {
        return events;
    }

    /** Whom the work has notified. */
    public RecordedNotifications notifications() {
        return notifications;
    }

    /** The runs that the work has asked for. */
    public RecordedJobs jobs() {
        return jobs;
    }

    /** What the work has counted. */
    public RecordedUsage usage() {
        return usage;
    }

    /** The documents that the work has written, and what finds them. */
    public TestSearch search() {
        return search;
    }

    /** Runs work as one request of a caller and answers what it returns. What it throws reaches the caller. */
    public <T> T as(TestContext caller, Callable<T> work) {
        return context.call(caller, caller.permissions(), opened().plugin(), () -> opened().unitOfWork(work));
    }

    /** Runs work as one request of a caller. */
    public void run(TestContext caller, Action work) {
        as(caller, () -> {
            work.run();
            return true;
        });
    }

    /**
     * Checks a body by its annotations, as the platform does before it calls a resource.
     *
     * @throws io.plexica.api.problem.PlexicaException {@code validation-failed}
     */
    public void validate(Object body) {
        BodyCheck.check(body);
    }

    /** Names of the plugin's tables. */
    public List<String> tables() {
        return opened().names();
    }

    /** Counts the rows of a table by plain SQL that names a tenant's schema, as the plugin itself would be able to. */
    public long count(String tenant, String table) {
        return opened().count(tenant, table);
    }

    @Override
    public void beforeAll(ExtensionContext test) {
        tables = Workbench.shared().open(plugin, TENANTS, migrations, classes);
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        opened().empty();
        audit.clear();
        events.clear();
        notifications.clear();
        jobs.clear();
        usage.clear();
        search.clear();
        configuration.clear();
    }

    @Override
    public void afterAll(ExtensionContext test) {
        if (tables != null) {
            tables.close();
        }
    }

    private static boolean isScoped(Class<?> type) {
        Class<?> parent = type.getSuperclass();
        return type.isAnnotationPresent(WorkspaceScoped.class) || (parent != null && isScoped(parent));
    }

    private PluginTables opened() {
        if (tables == null) {
            throw new ExtensionConfigurationException(
                    "The fixture has not begun: register it in a static field with @RegisterExtension");
        }
        return tables;
    }

    /** Work that answers nothing. */
    @FunctionalInterface
    public interface Action {

        /** Does the work. */
        void run() throws Exception;
    }
}
