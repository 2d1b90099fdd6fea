package io.plexica.data.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.data.Data;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.data.testing.FakeContext;
import io.plexica.data.testing.Room;
import io.plexica.data.testing.TestServer;
import io.plexica.spi.config.Secrets;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.DatabaseAccess;
import io.plexica.spi.data.PluginSchemas;
import io.plexica.spi.data.PluginUnits;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.TenantSchemas;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DataRoomTest {

    private final FakeContext context = new FakeContext();
    private final DatabaseAccess access = TestServer.shared().access();
    private DataRoom room;

    @AfterEach
    void stop() throws Exception {
        room.stop();
        assertThat(context.services()).isEmpty();
    }

    @Test
    void servicesComeOnceAProviderHasBroughtADatabase() throws Exception {
        room = new DataRoom(context.bundleContext(), config(Map.of()), secrets());
        assertThat(room.name()).isEqualTo("database");
        assertThat(room.neededForReady()).isTrue();
        assertThat(room.check().healthy()).isFalse();
        assertThat(context.services()).isEmpty();
        AtomicInteger tries = new AtomicInteger();
        room.bindProvider(() -> {
            if (tries.incrementAndGet() == 1) {
                throw new IllegalStateException("the port is taken");
            }
            return access;
        });
        await().until(() -> !context.services().isEmpty()
                || String.valueOf(room.check().error()).contains("port"));
        await().until(() -> room.check().healthy());
        assertThat(context.services())
                .contains(Database.class, TenantSchemas.class, PluginSchemas.class, PluginUnits.class, Data.class)
                .contains(SchemaReady.class);
        assertThat(context.rooms()).containsExactly("data");
        assertThat(tries).hasValue(2);
    }

    @Test
    void roomsAreServedInTheOrderOfTheirNeedsWhateverTheOrderOfTheirComing() throws Exception {
        room = new DataRoom(context.bundleContext(), config(configured()), secrets());
        Room alpha = Room.named("alpha", "data");
        Room beta = Room.named("beta", "alpha");
        room.addRoom(beta);
        await().until(() -> context.rooms().contains("data"));
        await().untilAsserted(() -> assertThat(room.check().error()).isEqualTo("Room beta waits for room alpha"));
        room.addRoom(alpha);
        await().until(() -> room.check().healthy());
        assertThat(context.rooms()).containsExactly("data", "alpha", "beta");
        room.removeRoom(beta);
        assertThat(context.rooms()).containsExactly("data", "alpha");
        room.addRoom(beta);
        await().until(() -> context.rooms().contains("beta"));
        room.unbindProvider(() -> access);
    }

    @Test
    void aRoomThatFailsIsTriedAgainAndKeepsThePlatformFromBeingReady() throws Exception {
        room = new DataRoom(context.bundleContext(), config(configured()), secrets());
        room.addRoom(new Room(
                "lost", java.util.List.of(), "no/such/folder", null, getClass().getClassLoader()));
        await().untilAsserted(
                        () -> assertThat(String.valueOf(room.check().error())).contains("no migrations"));
        assertThat(context.rooms()).doesNotContain("lost");
    }

    @Test
    void whileTheDatabaseIsAwayAllRoomsWaitForOneNextTry() {
        room = new DataRoom(context.bundleContext(), config(Map.of()), secrets());
        AtomicInteger tries = new AtomicInteger();
        long begun = System.nanoTime();
        room.bindProvider(() -> {
            tries.incrementAndGet();
            throw new IllegalStateException("it hangs");
        });
        await().until(() -> tries.get() > 0);
        for (int i = 0; i < 10; i++) {
            room.addRoom(Room.named("room" + i));
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> tries.get() > 3);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void aMissingPasswordKeepsTheRoomWaitingWithItsName() {
        room = new DataRoom(context.bundleContext(), config(configured()), noSecrets());
        await().untilAsserted(() -> assertThat(room.check().error()).contains("DB_ADMIN_PASSWORD"));
    }

    @Test
    void aBundleThatIsNoPluginHasNoTables() throws Exception {
        room = new DataRoom(context.bundleContext(), config(configured()), secrets());
        await().until(() -> context.services().contains(Data.class));
        Data none = context.dataFor("mvn:some/bundle/1", "some.bundle");
        assertThatThrownBy(none::connection)
                .isInstanceOf(PlexicaException.class)
                .hasMessageContaining("some.bundle is no plugin");
        assertThatThrownBy(() -> none.read(entities -> 0)).isInstanceOf(PlexicaException.class);
        assertThat(none).isEqualTo(none).hasToString("Data[none]");
        Data shop = context.dataFor("plexica:shop:1.0.0:abc", "shop");
        assertThatThrownBy(shop::connection).hasMessageContaining("There is no tenant here");
    }

    private Map<String, Object> configured() {
        return Map.of("url", access.url(), "poolMax", 3, "poolMin", 0);
    }

    private Secrets secrets() {
        return new Secrets() {
            @Override
            public Optional<String> find(String name) {
                return Optional.of(require(name));
            }

            @Override
            public String require(String name) {
                return access.pool().password();
            }
        };
    }

    private static Secrets noSecrets() {
        return new Secrets() {
            @Override
            public Optional<String> find(String name) {
                return Optional.empty();
            }

            @Override
            public String require(String name) {
                throw new PlexicaException(ErrorCode.INTERNAL_ERROR, "Set PLEXICA_" + name);
            }
        };
    }

    /** The annotation with its defaults, but for the values given. */
    private static DataConfig config(Map<String, Object> values) {
        return (DataConfig) Proxy.newProxyInstance(
                DataConfig.class.getClassLoader(),
                new Class<?>[] {DataConfig.class},
                (proxy, method, args) -> values.getOrDefault(method.getName(), method.getDefaultValue()));
    }
}
