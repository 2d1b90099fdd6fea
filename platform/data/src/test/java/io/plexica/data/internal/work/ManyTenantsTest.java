package io.plexica.data.internal.work;

import static io.plexica.data.testing.TestContext.in;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.data.internal.DataPlatform;
import io.plexica.data.testing.Room;
import io.plexica.data.testing.Sql;
import io.plexica.data.testing.Stage;
import io.plexica.data.testing.TestServer;
import io.plexica.spi.data.DatabaseAccess;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ManyTenantsTest {

    private static final int TENANTS = 20;
    private static final int THREADS = 8;
    private static final int OPERATIONS = 1500;

    DatabaseAccess access() {
        return TestServer.shared().access();
    }

    @Test
    void fewConnectionsServeManyTenantsWithoutAWrongRow() throws Exception {
        List<String> slugs =
                IntStream.range(0, TENANTS).mapToObj(i -> "many" + i).toList();
        try (DataPlatform platform = TestServer.shared().platform(4, access())) {
            platform.rooms().add(Room.named("alpha"));
            for (String slug : slugs) {
                platform.tenantSchemas().create(slug);
                platform.pluginSchemas().migrate(slug, "shop", "plugins/shop/db", Room.class.getClassLoader());
                platform.database().tenant(slug, c -> Sql.run(c, "insert into notes values (1, '" + slug + "')"));
                in(
                        slug,
                        () -> platform.database()
                                .plugin(
                                        Stage.SHOP,
                                        c -> Sql.run(
                                                c, "insert into items values (gen_random_uuid(), '" + slug + "')")));
            }
            assertThat(runAll(() -> wrongAnswers(platform, slugs))).isZero();
            slugs.forEach(slug -> platform.tenantSchemas().drop(slug));
        }
    }

    private static int wrongAnswers(DataPlatform platform, List<String> slugs) throws Exception {
        int wrong = 0;
        for (int i = 0; i < OPERATIONS; i++) {
            String slug = slugs.get(ThreadLocalRandom.current().nextInt(TENANTS));
            boolean fail = i % 7 == 0;
            wrong += in(slug, () -> operation(platform, slug, fail));
        }
        return wrong;
    }

    /** Reads as the plugin, as the platform, and as the plugin again; sometimes rolls back. */
    private static int operation(DataPlatform platform, String slug, boolean fail) throws Exception {
        int[] wrong = {0};
        try {
            platform.database().unitOfWork(() -> {
                String item = platform.database()
                        .plugin(Stage.SHOP, c -> Sql.ask(c, "select string_agg(name, ',') from items"));
                String note =
                        platform.database().tenant(slug, c -> Sql.ask(c, "select string_agg(tenant, ',') from notes"));
                String again = platform.database()
                        .plugin(Stage.SHOP, c -> Sql.ask(c, "select string_agg(name, ',') from items"));
                wrong[0] = item.equals(slug) && note.equals(slug) && again.equals(slug) ? 0 : 1;
                if (fail) {
                    throw new IllegalStateException("rolled back on purpose");
                }
                return 0;
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("rolled back on purpose");
        }
        return wrong[0];
    }

    private static int runAll(Callable<Integer> work) throws Exception {
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(executor.submit(work));
            }
            int sum = 0;
            for (Future<Integer> one : running) {
                sum += one.get();
            }
            return sum;
        } finally {
            executor.shutdownNow();
        }
    }
}
