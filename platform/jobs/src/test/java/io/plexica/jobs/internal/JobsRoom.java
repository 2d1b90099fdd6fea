package io.plexica.jobs.internal;

import io.plexica.api.rest.PageQuery;
import io.plexica.audit.internal.AuditMigrations;
import io.plexica.audit.internal.CoreAuditLog;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.FewTenants;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.jobs.internal.JobsSettings.Values;
import io.plexica.jobs.internal.admin.JobAdmin;
import io.plexica.jobs.internal.admin.JobList;
import io.plexica.jobs.internal.admin.JobList.Wish;
import io.plexica.jobs.internal.admin.JobScope;
import io.plexica.jobs.internal.admin.JobView;
import io.plexica.jobs.internal.admin.RunList;
import io.plexica.jobs.internal.engine.Engine;
import io.plexica.jobs.internal.keep.Housekeeping;
import io.plexica.jobs.internal.keep.ReconciliationSchedule;
import io.plexica.jobs.internal.own.PlatformJobs;
import io.plexica.jobs.internal.store.JobStore;
import io.plexica.jobs.internal.store.RunStore;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.tenancy.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The room on a real database, with nodes, plugins and tenants that a test makes up. */
public final class JobsRoom implements AutoCloseable {

    /** For a room without patience. */
    public static final Values QUICK = new Values(
            4,
            Duration.ofMillis(100),
            Duration.ofSeconds(30),
            2,
            Duration.ofMillis(1),
            Duration.ofMillis(250),
            "UTC",
            30);

    /** Whoever waits for a lock in this database. */
    public static final String WAITING = "SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid)"
            + " WHERE NOT granted AND datname = current_database()";

    private static final SchemaReady READY = new SchemaReady() {};

    public final RoomDatabase server = RoomDatabase.with(new AuditMigrations(), new JobsMigrations());
    public final RunnerWakeup wake = new RunnerWakeup();
    public final FewTenants tenants;
    private final List<AutoCloseable> open = new ArrayList<>();

    public JobsRoom(String... slugs) {
        tenants = new FewTenants(slugs);
    }

    /** A node on this database. */
    public Node node() {
        return new Node(server.database());
    }

    /** Another one, with connections of its own. */
    public Node anotherNode() {
        io.plexica.itests.rooms.Node other = server.anotherNode();
        open.add(other);
        return new Node(other.database());
    }

    /** Whatever waits for a time is due now. */
    public void letTimePass() {
        server.admin("UPDATE core.jobs_due SET execution_time = now() - interval '1 s' WHERE NOT picked");
    }

    public List<String> rows(String sql) {
        return server.query(sql);
    }

    @Override
    public void close() throws Exception {
        for (int i = open.size() - 1; i >= 0; i--) {
            open.get(i).close();
        }
        server.close();
    }

    /** The room as one node runs it. */
    public final class Node {

        public final FaultyDatabase database;
        public final FakePlugins plugins;
        public final JobStore jobs;
        public final RunStore runs;
        public final JobList list;
        public final RunList history;
        public final PlatformJobs own = new PlatformJobs();
        public final JobMeters meters = new JobMeters();
        private final CoreAuditLog audit;

        private Node(FaultyDatabase database) {
            this.database = database;
            this.plugins = new FakePlugins(database);
            this.jobs = new JobStore(database, READY);
            this.runs = new RunStore(database, READY);
            this.list = new JobList(database, READY);
            this.history = new RunList(database, READY);
            this.audit = new CoreAuditLog(database, READY);
        }

        /** Jobs run here from now on. */
        public Engine start() {
            return start(QUICK);
        }

        public Engine start(Values values) {
            Engine engine = new Engine(
                    database, jobs, runs, plugins, own, tenants, wake, new JobsSettings(values), meters, READY);
            open.add(engine::close);
            return engine;
        }

        /** What keeps the list of jobs here. */
        public ReconciliationSchedule keeper(Engine engine) {
            ReconciliationSchedule keeper = new ReconciliationSchedule(
                    database, jobs, plugins, own, tenants, engine, new JobsSettings(QUICK), READY);
            open.add(keeper::close);
            return keeper;
        }

        /** What lets go what is too old. */
        public Housekeeping housekeeping() {
            return new Housekeeping(database, jobs, runs, tenants, new JobsSettings(QUICK));
        }

        public JobAdmin admin(Engine engine) {
            return new JobAdmin(database, jobs, list, plugins, own, tenants, audit, engine, wake);
        }

        /** A job of a plugin in a tenant, due at once. */
        public void add(String slug, String plugin, String name, String schedule) {
            in(
                    slug,
                    () -> jobs.add(
                            slug, plugin, name, schedule, "UTC", Instant.now().minusSeconds(1)));
        }

        /** The only job of a tenant. */
        public JobView job(String slug) {
            return list.list(new Wish(JobScope.of(slug), null, null), new PageQuery())
                    .items()
                    .get(0);
        }

        /** Does something in a tenant, in one unit of work. */
        public void in(String slug, Runnable work) {
            Tenant tenant = tenants.find(slug).orElseThrow();
            try (Contexts.Scope scope =
                    Contexts.open(ExecutionContext.platform("trace-1").inTenant(tenant))) {
                database.together(() -> {
                    work.run();
                    return true;
                });
            }
        }
    }
}
