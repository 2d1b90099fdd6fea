package io.plexica.data.internal.schema;

import io.plexica.api.problem.PlexicaException;
import io.plexica.data.internal.pool.DedicatedPools;
import io.plexica.data.internal.pool.Logins;
import io.plexica.data.internal.pool.TenantLogin;
import io.plexica.data.internal.settings.DataSettings;
import io.plexica.data.internal.signal.SignalTable;
import io.plexica.data.internal.work.DataRoles;
import io.plexica.spi.data.SchemaNames;
import io.plexica.spi.data.TenantPools;
import io.plexica.spi.signal.SignalListener;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives tenants logins of their own with the admin's, and tells this node's pools, and other nodes, who has one. */
public final class AdminTenantPools implements TenantPools, SignalListener {

    /** What nodes call this among themselves. */
    static final String TOPIC = "pools";

    private static final Logger LOG = LoggerFactory.getLogger(AdminTenantPools.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofSeconds(10);

    private final AdminConnections admin;
    private final Logins logins;
    private final DataSettings settings;
    private final DedicatedPools pools;
    private final ScheduledExecutorService worker;

    /** Works with the admin's login; what takes time beside calls runs on the worker. */
    public AdminTenantPools(
            AdminConnections admin,
            Logins logins,
            DataSettings settings,
            DedicatedPools pools,
            ScheduledExecutorService worker) {
        this.admin = admin;
        this.logins = logins;
        this.settings = settings;
        this.pools = pools;
        this.worker = worker;
    }

    /** Finds out who has a login, and gives passwords anew where they come from another secret. */
    public void start() {
        admin.locked("logins", () -> admin.transaction(this::renewPasswords));
        refresh();
        worker.scheduleWithFixedDelay(pools::closeIdle, LOOK.toSeconds(), LOOK.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void dedicate(String slug) {
        admin.locked(Rooms.lock(slug), () -> admin.transaction(connection -> give(connection, slug)));
        refresh();
    }

    @Override
    public void share(String slug) {
        boolean had = admin.transaction(connection -> strike(connection, slug));
        if (had) {
            refresh();
            awaitSignedOut(TenantLogin.name(slug));
        }
        admin.locked(
                Rooms.lock(slug),
                () -> admin.transaction(connection -> {
                    // Somebody may have given it back meanwhile.
                    if (new LoginTable(connection).find(slug) == null) {
                        new LoginSql(connection).drop(TenantLogin.name(slug));
                    }
                    return true;
                }));
    }

    @Override
    public boolean isDedicated(String slug) {
        return pools.has(slug);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public void changed(String key) {
        worker.execute(this::refreshUntilDone);
    }

    /** Removes the login of a tenant that goes, in the transaction of whoever removes it. */
    static void remove(Connection connection, String slug) throws SQLException {
        strike(connection, slug);
        new LoginSql(connection).drop(TenantLogin.name(slug));
    }

    private static boolean strike(Connection connection, String slug) throws SQLException {
        boolean had = new LoginTable(connection).strike(slug);
        if (had) {
            SignalTable.announce(connection, TOPIC, slug);
        }
        return had;
    }

    private boolean give(Connection connection, String slug) throws SQLException {
        RoleTable roles = new RoleTable(connection);
        if (!roles.hold(slug)) {
            throw PlexicaException.notFound("There is no tenant '" + slug + "' with tables");
        }
        String login = TenantLogin.name(slug);
        new LoginSql(connection).create(login, logins.tenantVerifier(slug), settings);
        RoleSql sql = new RoleSql(connection);
        sql.letBecome(login, DataRoles.CORE_ROLE);
        sql.letBecome(login, SchemaNames.tenant(slug));
        for (String plugin : roles.plugins(slug)) {
            sql.letBecome(login, SchemaNames.plugin(slug, plugin));
        }
        new LoginTable(connection).enter(slug, login, logins.tenantMark());
        SignalTable.announce(connection, TOPIC, slug);
        return true;
    }

    private boolean renewPasswords(Connection connection) throws SQLException {
        LoginTable book = new LoginTable(connection);
        String mark = logins.tenantMark();
        for (Map.Entry<String, String> one : book.marks().entrySet()) {
            if (!one.getValue().equals(mark)) {
                String login = TenantLogin.name(one.getKey());
                new LoginSql(connection).password(login, logins.tenantVerifier(one.getKey()));
                book.enter(one.getKey(), login, mark);
            }
        }
        return true;
    }

    private void refresh() {
        pools.set(admin.transaction(connection -> new LoginTable(connection).marks())
                .keySet());
    }

    private void refreshUntilDone() {
        try {
            refresh();
        } catch (PlexicaException e) {
            LOG.debug("Which tenants have pools of their own is looked for again", e);
            worker.schedule(this::refreshUntilDone, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Other nodes close their connections when what goes on there ends; one that hangs is not waited for. */
    private void awaitSignedOut(String login) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (admin.transaction(connection -> new LoginSql(connection).isInUse(login))
                    && System.nanoTime() - end < 0) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
