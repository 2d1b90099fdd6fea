package io.plexica.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.data.Database;
import io.plexica.tenancy.internal.TenancyMigrations;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FlagStoreTest {

    @Test
    void of_two_changes_at_once_the_later_builds_on_what_the_earlier_decided() {
        try (RoomDatabase server = RoomDatabase.with(new TenancyMigrations(), new SettingsMigrations())) {
            for (String slug : List.of("acme", "globex")) {
                server.admin("INSERT INTO core.tenants (id, slug, name, status, plan, tokens_not_before, created_at,"
                        + " updated_at) VALUES (gen_random_uuid(), '" + slug
                        + "', 'T', 'ACTIVE', 'free', now(), now(), now())");
            }
            Database database = server.database();
            Flag billing = Flag.wanted("billing", null, false, Map.of(), Set.of());
            database.core(connection -> FlagStore.insert(connection, billing));

            CompletableFuture<Flag> later = database.together(() -> {
                switchOn(database, "acme");
                CompletableFuture<Flag> waiting = CompletableFuture.supplyAsync(() -> switchOn(database, "globex"));
                await().until(() -> !server.query("SELECT 1 FROM pg_locks WHERE NOT granted")
                        .isEmpty());
                return waiting;
            });

            assertThat(later.join().tenants()).isEqualTo(Map.of("acme", true, "globex", true));
        }
    }

    private static Flag switchOn(Database database, String slug) {
        return database.core(connection -> {
            Flag before = FlagStore.lock(connection, "billing").orElseThrow();
            Map<String, Boolean> decided = new TreeMap<>(before.tenants());
            decided.put(slug, true);
            return FlagStore.save(connection, before.with(decided));
        });
    }
}
