package io.plexica.tenancy.internal;

import io.plexica.audit.internal.CoreAuditLog;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.MovableClock;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.tenancy.ProvisioningStep;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** One node of the platform: this room on a real database, with steps that can be told to fail, wait or die. */
final class Node implements AutoCloseable {

    static final List<String> STEPS = List.of("schema", "realm", "roles", "workspace", "admin");
    private static final SchemaReady READY = new SchemaReady() {};

    final FaultyDatabase database;
    final FakeIdentity identity = new FakeIdentity();
    /** What the steps did, in order, such as {@code apply realm acme}. */
    final List<String> done = new CopyOnWriteArrayList<>();
    /** What listeners heard. */
    final List<Tenant> heard = new CopyOnWriteArrayList<>();

    final List<ProvisioningStep> steps = new CopyOnWriteArrayList<>();
    /** What steps say they build on; those not named here build on all before them. */
    final Map<String, Set<String>> needs = new ConcurrentHashMap<>();

    final FakePools pools = new FakePools();
    final MovableClock clock = new MovableClock();
    final TenancySettings settings;
    final TenantManagement management;
    private final Map<String, Runnable> script = new ConcurrentHashMap<>();

    Node(RoomDatabase server) {
        this(server, null);
    }

    Node(RoomDatabase server, @Nullable String pinned) {
        database = server.database();
        settings = new TenancySettings(STEPS, Plans.of("free,pro,gold:dedicated"), Duration.ofDays(30), pinned);
        steps.add(new Step(new SchemaStep(server.schemas(), pools, settings)));
        steps.add(new Step(new Plain("realm")));
        steps.add(new Step(new Plain("roles")));
        steps.add(new Step(new WorkspaceStep(database, READY)));
        steps.add(new Step(new Plain("admin")));
        TenancyServices core = new TenancyServices(
                new Transactions(database),
                new CoreAuditLog(database, READY),
                server.signals(),
                new TenantDirectory(() -> List.of(heard::add)),
                settings,
                clock);
        management = new TenantManagement(core, pools, () -> steps, () -> List.of(identity.provider()));
        server.hear(new Ear());
    }

    /** From now on there is one more step, which is in no configured list. */
    void addFilling(String name) {
        steps.add(new Step(new Plain(name)));
    }

    Node start() {
        management.start();
        return this;
    }

    /** Before the step does, or undoes, this happens: {@code at("apply realm", …)}. */
    void at(String event, Runnable action) {
        script.put(event, action);
    }

    void forgetScript() {
        script.clear();
    }

    /** The process is gone: nothing of it reaches the database any more. */
    void die() {
        database.setDown(true);
        throw new Killed();
    }

    TenantRow create(String slug) {
        return create(draft(slug), Progress.NONE);
    }

    TenantRow create(@Nullable TenantDraft draft, Progress progress) {
        return management.create(management.check(draft), progress);
    }

    static TenantDraft draft(String slug) {
        return new TenantDraft(
                slug,
                "Tenant " + slug,
                "pro",
                null,
                null,
                new TenantDraft.Admin("ada@example.com", "Ada", null, "correct horse"));
    }

    @Override
    public void close() {
        management.stop();
    }

    /** A process that was killed has no chance to clean up. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final class Step implements ProvisioningStep {

        private final ProvisioningStep real;

        Step(ProvisioningStep real) {
            this.real = real;
        }

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public Optional<Set<String>> needs() {
            return Optional.ofNullable(needs.get(name()));
        }

        @Override
        public boolean isNeededByImports() {
            return real.isNeededByImports();
        }

        @Override
        public void apply(TenantSpec tenant) {
            run("apply", tenant);
            real.apply(tenant);
        }

        @Override
        public void undo(TenantSpec tenant) {
            run("undo", tenant);
            real.undo(tenant);
        }

        private void run(String what, TenantSpec tenant) {
            String event = what + " " + name();
            done.add(event + " " + tenant.slug());
            script.getOrDefault(event, () -> {}).run();
        }
    }

    /** Follows what other nodes do. */
    private final class Ear implements SignalListener {

        @Override
        public String topic() {
            return Signals.TENANTS;
        }

        @Override
        public void changed(String key) {
            management.tenants().changed(key);
        }
    }

    private record Plain(String name) implements ProvisioningStep {

        @Override
        public void apply(TenantSpec tenant) {}

        @Override
        public void undo(TenantSpec tenant) {}
    }
}
