package io.plexica.identity.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.Recorders;
import io.plexica.identity.internal.TestDatabase;
import io.plexica.identity.internal.TestIdentityServer;
import io.plexica.identity.internal.TestSettings;
import io.plexica.identity.internal.TestSignals;
import io.plexica.identity.internal.TestTenants;
import io.plexica.identity.internal.users.UserAnnouncer;
import io.plexica.identity.internal.users.UserMirror;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.tenancy.TenantStatus;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Signing in by name and password. */
class LoginsTest {

    private final Recorders.Audit audit = new Recorders.Audit();
    private final TestTenants tenants = new TestTenants();
    private final TestDatabase database = TestDatabase.shared();
    private final UserMirror users = new UserMirror(
            database, new TestSignals(database), new UserAnnouncer(), new Recorders.Audit(), new SchemaReady() {});
    private TestIdentityServer server;
    private Logins logins;

    @BeforeEach
    void start() throws Exception {
        server = new TestIdentityServer();
        server.passwords.put("tenant-acme/ada@acme.test", "right");
        server.passwords.put("plexica/root@plexica.test", "right");
        server.passwords.put("tenant-closed/ada@closed.test", "right");
        tenants.put("acme", TenantStatus.ACTIVE);
        tenants.put("closed", TenantStatus.SUSPENDED);
        logins = new Logins(
                server,
                tenants,
                users,
                audit,
                database,
                TestSettings.of(Map.of("loginFailuresPerUser", 5, "loginFailuresPerAddress", 20)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void theRightPasswordGivesTokensHoweverOften() {
        for (int i = 0; i < 50; i++) {
            assertThat(login("acme", "ada@acme.test", "right")).isEqualTo("access");
        }
        assertThat(login("plexica", "root@plexica.test", "right")).isEqualTo("access");
        assertThat(audit.rows).isEmpty();
    }

    @Test
    void everyRefusalLooksTheSameAndAsksTheServerOnce() {
        refused("acme", "ada@acme.test", "wrong");
        refused("acme", "eve@acme.test", "right");
        refused("closed", "ada@closed.test", "right");
        refused("nowhere", "ada@acme.test", "right");
        refused("../admin", "ada@acme.test", "right");

        assertThat(server.calls).hasSize(5);
        assertThat(server.calls.get(2)).startsWith("login plexica ").endsWith("@nobody.invalid");
        assertThat(audit.rows)
                .hasSize(5)
                .contains(
                        "acme core.auth.login ada@acme.test failed",
                        "closed core.auth.login ada@closed.test failed",
                        "null core.auth.login ada@acme.test failed");
    }

    @Test
    void aUserWithTooManyFailuresMustWaitAndOthersNeedNot() {
        for (int i = 0; i < 5; i++) {
            refused("acme", "Ada@acme.test", "wrong");
        }

        limited("acme", "ada@acme.test");
        assertThat(login("plexica", "root@plexica.test", "right")).isEqualTo("access");
    }

    @Test
    void anAddressWithTooManyFailuresMustWait() {
        for (int i = 0; i < 20; i++) {
            refused("acme", "user" + i + "@acme.test", "wrong");
        }

        limited("acme", "ada@acme.test");
        assertThat(logins.login("acme", "ada@acme.test", "right", "10.0.0.2").accessToken())
                .isEqualTo("access");
    }

    @Test
    void oneUserMaySignInManyTimesAtOnceAndNothingIsCounted() throws Exception {
        List<Thread> threads = new CopyOnWriteArrayList<>();
        Logins guarded = new Logins(
                refusingTwoAtOnce(threads),
                tenants,
                users,
                audit,
                database,
                TestSettings.of(Map.of("loginFailuresPerUser", 5, "loginFailuresPerAddress", 5)));
        List<FutureTask<String>> all = Stream.generate(
                        () -> new FutureTask<>(() -> guarded.login("acme", "ada@acme.test", "right", "10.0.0.1")
                                .accessToken()))
                .limit(8)
                .toList();
        all.forEach(task -> threads.add(new Thread(task)));
        threads.forEach(Thread::start);

        for (FutureTask<String> task : all) {
            assertThat(task.get()).isEqualTo("access");
        }
        assertThat(audit.rows).isEmpty();

        logins = guarded;
        for (int i = 0; i < 4; i++) {
            refused("acme", "ada@acme.test", "wrong");
        }
        assertThat(login("acme", "ada@acme.test", "right")).isEqualTo("access");
    }

    @Test
    void aServerThatIsGoneIsNobodysFailure() {
        server.down = true;
        for (int i = 0; i < 30; i++) {
            fails("acme", "ada@acme.test", "right", ErrorCode.UNAVAILABLE);
        }
        server.down = false;

        assertThat(login("acme", "ada@acme.test", "right")).isEqualTo("access");
    }

    /** Refuses who comes while another is inside; who is inside stays until all others wait or are through. */
    private IdentityProvider refusingTwoAtOnce(List<Thread> threads) {
        AtomicBoolean inside = new AtomicBoolean();
        return (IdentityProvider) Proxy.newProxyInstance(
                IdentityProvider.class.getClassLoader(),
                new Class<?>[] {IdentityProvider.class},
                (proxy, method, arguments) -> {
                    if (!inside.compareAndSet(false, true)) {
                        throw new PlexicaException(ErrorCode.UNAUTHENTICATED, "Wrong user name or password");
                    }
                    try {
                        while (threads.stream().anyMatch(LoginsTest::isOnItsWay)) {
                            Thread.onSpinWait();
                        }
                        return server.login((String) arguments[0], (String) arguments[1], (String) arguments[2]);
                    } finally {
                        inside.set(false);
                    }
                });
    }

    private static boolean isOnItsWay(Thread thread) {
        return thread != Thread.currentThread()
                && (thread.getState() == Thread.State.NEW || thread.getState() == Thread.State.RUNNABLE);
    }

    private String login(String tenant, String username, String password) {
        return logins.login(tenant, username, password, "10.0.0.1").accessToken();
    }

    private void refused(String tenant, String username, String password) {
        fails(tenant, username, password, ErrorCode.UNAUTHENTICATED).hasMessage("Wrong user name or password");
    }

    private void limited(String tenant, String username) {
        fails(tenant, username, "right", ErrorCode.RATE_LIMITED)
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat((Long) e.extensions().get("retryAfter")).isBetween(1L, 60L));
    }

    private AbstractThrowableAssert<?, ?> fails(String tenant, String username, String password, ErrorCode code) {
        return assertThatThrownBy(() -> login(tenant, username, password))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
