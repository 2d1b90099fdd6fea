package io.plexica.tenancy.internal;

import io.plexica.audit.internal.CoreAuditLog;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.tenancy.ProvisioningStep;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantSpec;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

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
    final TenantManagement management;
    private final Map<String, Runnable> script = new ConcurrentHashMap<>();

    Node(RoomDatabase server) {
        database = server.database();
        steps.add(new Step(new SchemaStep(server.schemas())));
        steps.add(new Step(new Plain("realm")));
        steps.add(new Step(new Plain("roles")));
        steps.add(new Step(new WorkspaceStep(database, READY)));
        steps.add(new Step(new Plain("admin")));
        Core core = new Core(
                new Transactions(database),
                new CoreAuditLog(database, READY),
                new TenantDirectory(() -> List.of(heard::add)),
                new TenancySettings(STEPS, List.of("free", "pro")),
                Clock.systemUTC());
        management = new TenantManagement(core, () -> steps, () -> List.of(identity.provider()));
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
        return management.create(draft(slug), Progress.NONE);
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

    private record Plain(String name) implements ProvisioningStep {

        @Override
        public void apply(TenantSpec tenant) {}

        @Override
        public void undo(TenantSpec tenant) {}
    }
}
