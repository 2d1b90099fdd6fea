package io.plexica.logging.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.logging.log4j.core.Filter.Result;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.config.plugins.PluginAttribute;
import org.apache.logging.log4j.core.config.plugins.PluginFactory;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.util.SortedArrayStringMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

class PluginLinesTest {

    private static final String PLUGIN = "7";
    private static final String PLATFORM = "3";
    private static final int MANY = 20_000;

    private final AtomicLong waits = new AtomicLong();
    private final Budgets budgets = new Budgets(context());
    private final PluginLines lines = new PluginLines(budgets, 1_024, waits::incrementAndGet);

    @Test
    void a_plugins_flood_is_dropped_and_counted_by_its_name() {
        long passed = passed(PLUGIN, "crm@1.0.0", null);

        assertThat(passed).isBetween(20L, MANY / 10L);
        assertThat(budgets.get()).isEqualTo(Map.of("crm@1.0.0", MANY - passed));
    }

    @Test
    void the_log_finds_a_place_for_all_that_it_gives_to_a_filter() {
        assertThat(PluginLines.class.getMethods())
                .filteredOn(method -> method.isAnnotationPresent(PluginFactory.class))
                .flatExtracting(method -> List.of(method.getParameters()))
                .extracting(parameter ->
                        parameter.getAnnotation(PluginAttribute.class).value())
                .containsExactly("onMatch", "onMismatch", "kibPerSecond");
    }

    @Test
    void only_the_plugins_own_thread_waits_for_what_is_dropped() {
        long dropped = MANY - passed(PLUGIN, "crm@1.0.0", null);
        assertThat(waits).hasValue(dropped);

        assertThat(passed(PLATFORM, "crm@1.0.0", null)).isLessThan(MANY);
        assertThat(waits).hasValue(dropped);
    }

    @Test
    void whatever_belongs_to_no_plugin_is_written() {
        assertThat(passed(PLATFORM, null, null)).isEqualTo(MANY);
        assertThat(passed(null, null, null)).isEqualTo(MANY);
        assertThat(budgets.get()).isEmpty();
    }

    @Test
    void what_the_platform_says_of_a_plugin_has_a_budget_of_its_own() {
        passed(PLUGIN, "crm@1.0.0", null);

        assertThat(lines.filter(event(PLATFORM, "crm@1.0.0", null))).isEqualTo(Result.NEUTRAL);
        assertThat(passed(PLATFORM, "crm@1.0.0", null)).isLessThan(MANY / 10);
    }

    @Test
    void a_stack_trace_counts_too() {
        assertThat(passed(PLUGIN, null, new IllegalStateException("once", new IllegalStateException("and again"))))
                .isLessThan(passed("8", null, null));
    }

    @Test
    void what_a_plugin_prints_counts_and_what_others_print_passes() {
        ByteArrayOutputStream bare = new ByteArrayOutputStream();
        PrintStream ofPlugin = new PrintStream(new PluginPrints(bare, () -> budgets.own(PLUGIN), () -> 1_024), true);
        PrintStream ofOthers = new PrintStream(new PluginPrints(bare, () -> null, () -> 1_024), true);
        for (int i = 0; i < MANY; i++) {
            ofPlugin.println("a word");
        }
        assertThat(bare.size()).isBetween(20 * 1_024 - 100, 60 * 1_024);

        bare.reset();
        ofOthers.print("x".repeat(MANY));

        assertThat(bare.toString(StandardCharsets.UTF_8)).hasSize(MANY);
        assertThat(budgets.get()).containsOnlyKeys("crm@1.0.0");
    }

    @Test
    void locations_of_plugins_are_told_from_others() {
        assertThat(Budgets.plugin("plexica:crm:1.0.0-rc.1:0f3c")).isEqualTo("crm@1.0.0-rc.1");
        assertThat(Budgets.plugin("mvn:io.plexica/io.plexica.web/1.1.0")).isNull();
        assertThat(Budgets.plugin("plexica:api:x")).isNull();
    }

    private long passed(@Nullable String bundle, @Nullable String plugin, @Nullable Throwable thrown) {
        long passed = 0;
        for (int i = 0; i < MANY; i++) {
            passed += lines.filter(event(bundle, plugin, thrown)) == Result.NEUTRAL ? 1 : 0;
        }
        return passed;
    }

    private static LogEvent event(@Nullable String bundle, @Nullable String plugin, @Nullable Throwable thrown) {
        SortedArrayStringMap context = new SortedArrayStringMap();
        if (bundle != null) {
            context.putValue("bundle.id", bundle);
        }
        if (plugin != null) {
            context.putValue("plugin", plugin);
        }
        return Log4jLogEvent.newBuilder()
                .setMessage(new SimpleMessage("a line"))
                .setContextData(context)
                .setThrown(thrown)
                .build();
    }

    /** Bundles 7 and 8 are plugins. */
    private static BundleContext context() {
        Map<Long, String> locations =
                Map.of(7L, "plexica:crm:1.0.0:0f3c", 8L, "plexica:billing:1.0.0:0f3d", 3L, "mvn:io.plexica/web");
        return proxy(BundleContext.class, arguments -> proxy(Bundle.class, none -> locations.get(arguments[0])));
    }

    private static <T> T proxy(Class<T> type, java.util.function.Function<Object[], @Nullable Object> answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> answer.apply(arguments)));
    }
}
