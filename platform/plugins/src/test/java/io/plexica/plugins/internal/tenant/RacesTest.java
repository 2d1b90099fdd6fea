package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Several operators in one tenant at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class RacesTest extends PlatformCase {

    private static final int ROUNDS = 15;

    @Test
    void nobody_takes_away_what_somebody_else_is_just_relying_on() throws Exception {
        publish(PluginJar.hello("billing", "1.0.0"));
        publish(PluginJar.hello("notes", "1.0.0")
                .member("dependencies", "[{\"plugin\":\"billing\",\"version\":\"1\"}]"));
        for (int round = 0; round < ROUNDS; round++) {
            platform.plugins.install(acme, "billing", null, null);

            together(
                    () -> platform.plugins.install(acme, "notes", null, null),
                    () -> platform.plugins.uninstall(acme, "billing", false),
                    () -> platform.plugins.disable(acme, "billing"));

            boolean notes = platform.plugins.list(acme).stream()
                    .anyMatch(installation -> installation.plugin().id().equals("notes") && installation.enabled());
            boolean billing = platform.plugins.get(acme, "billing").enabled();
            assertThat(!notes || billing).as("round %s", round).isTrue();
            assertThat(platform.plugins.list(acme))
                    .extracting(Installation::operation)
                    .containsOnlyNulls();
            if (notes) {
                platform.plugins.uninstall(acme, "notes", false);
            }
            if (platform.plugins.get(acme, "billing").status().isPresent()) {
                platform.plugins.uninstall(acme, "billing", false);
            }
        }
    }

    @Test
    void of_two_who_upgrade_to_different_versions_each_is_done_whole_or_refused() throws Exception {
        publish(PluginJar.hello("notes", "1.0.0").migration("V1__notes.sql", V1));
        publish(PluginJar.hello("notes", "1.1.0").migration("V1__notes.sql", V1));
        publish(PluginJar.hello("notes", "1.2.0").migration("V1__notes.sql", V1));
        platform.plugins.install(acme, "notes", "1.0.0", null);

        int done = together(
                () -> platform.plugins.upgrade(acme, "notes", "1.1.0"),
                () -> platform.plugins.upgrade(acme, "notes", "1.2.0"));

        assertThat(done).isPositive();
        Installation after = platform.plugins.get(acme, "notes");
        assertThat(after.operation()).isNull();
        assertThat(hello("acme")).isEqualTo(after.plugin().version()).isNotEqualTo("1.0.0");
    }

    /** How many of these succeed; the others must have been told that something stood in the way. */
    private static int together(Runnable... works) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService operators = Executors.newFixedThreadPool(works.length);
        ExecutionContext context = Contexts.require();
        List<Future<Boolean>> all = Stream.of(works)
                .map(work -> operators.submit(() -> {
                    start.await();
                    try (Contexts.Scope scope = Contexts.open(context)) {
                        work.run();
                        return true;
                    } catch (PlexicaException e) {
                        assertThat(e.code()).as(e.detail()).isIn(ErrorCode.CONFLICT, ErrorCode.NOT_FOUND);
                        return false;
                    }
                }))
                .toList();
        start.countDown();
        int succeeded = 0;
        for (Future<Boolean> one : all) {
            succeeded += one.get() ? 1 : 0;
        }
        operators.shutdown();
        return succeeded;
    }
}
