package io.plexica.identity.internal;

import io.plexica.audit.internal.AuditMigrations;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.Node;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SqlWork;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.signal.SignalListener;
import io.plexica.spi.signal.Signals;
import io.plexica.tenancy.internal.TenancyMigrations;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** A real database with this room's tables and roles, shared by all tests of the room; it counts how often it is used. */
public final class TestDatabase implements Database {

    private static final TestDatabase SHARED = new TestDatabase();

    private final RoomDatabase room =
            RoomDatabase.with(new AuditMigrations(), new TenancyMigrations(), new IdentityMigrations());
    private final FaultyDatabase database = room.database();
    private final AtomicInteger uses = new AtomicInteger();

    private TestDatabase() {}

    public static TestDatabase shared() {
        return SHARED;
    }

    public void addTenant(String slug) {
        room.schemas().create(slug);
    }

    /** A tenant that the tenancy room knows too, without a schema. */
    public void addTenantRow(String slug) {
        room.admin(
                "INSERT INTO core.tenants (id, slug, name, status, plan, tokens_not_before, created_at, updated_at) VALUES"
                        + " (gen_random_uuid(), '" + slug + "', '" + slug
                        + "', 'ACTIVE', 'free', 'epoch', now(), now())"
                        + " ON CONFLICT (slug) DO NOTHING");
    }

    /** The signals of this node. */
    public Signals signals() {
        return room.signals();
    }

    /** Somebody wants to hear signals. */
    public void hear(SignalListener listener) {
        room.hear(listener);
    }

    /** Another node on the same database. */
    public Node anotherNode() {
        return room.anotherNode();
    }

    /** Makes nodes deaf, or hear again. */
    public void deaf(boolean deaf) {
        room.setDeaf(deaf);
    }

    /** Kills the connections on which nodes listen; they make new ones. */
    public void cutListeners() {
        room.cutListeners();
    }

    /** How often it has been used. */
    public int uses() {
        return uses.get();
    }

    /** Makes every use fail as when the server is gone. */
    public void down(boolean gone) {
        database.setDown(gone);
    }

    /** The first value that a query finds, as the owner of the tables sees it. */
    public String text(String sql) {
        return room.query(sql).get(0);
    }

    @Override
    public <T> T core(SqlWork<T> work) {
        uses.incrementAndGet();
        return database.core(work);
    }

    @Override
    public <T> T tenant(String slug, SqlWork<T> work) {
        uses.incrementAndGet();
        return database.tenant(slug, work);
    }

    @Override
    public <T> T plugin(PluginRef plugin, SqlWork<T> work) {
        return database.plugin(plugin, work);
    }

    @Override
    public <T> T unitOfWork(Callable<T> work) throws Exception {
        return database.unitOfWork(work);
    }

    @Override
    public <T> T newUnitOfWork(Callable<T> work) throws Exception {
        return database.newUnitOfWork(work);
    }

    @Override
    public void afterCommit(Runnable action) {
        database.afterCommit(action);
    }

    @Override
    public void afterRollback(Runnable action) {
        database.afterRollback(action);
    }
}
