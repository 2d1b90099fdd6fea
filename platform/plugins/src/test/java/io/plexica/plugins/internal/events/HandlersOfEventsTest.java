package io.plexica.plugins.internal.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.events.Event;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.tenant.WorkspaceWish;
import io.plexica.plugins.internal.testing.HostedTest;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.events.EventHandlers.Handled;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.web.IfMatch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HandlersOfEventsTest extends HostedTest {

    private static final String EVENT = "shop.order.placed";

    private final List<String> ends = new CopyOnWriteArrayList<>();

    @AfterEach
    void forget() {
        System.getProperties().remove("placed");
    }

    @Test
    void subscribers_are_the_enabled_plugins_whose_version_there_lists_the_event() throws Exception {
        Tenant globex = platform.tenant("globex");
        publish(handler("one", "1.0.0", EVENT, "note(\"1.0.0\");"));
        publish(PluginJar.empty("one", "1.1.0"));
        platform.plugins.install(acme, "one", "1.0.0", null);
        platform.plugins.install(globex, "one", "1.1.0", null);

        assertThat(platform.events.subscribers("acme", EVENT)).containsExactly("one");
        assertThat(platform.events.subscribers("acme", "shop.order.paid")).isEmpty();
        assertThat(platform.events.subscribers("globex", EVENT)).isEmpty();
        assertThat(platform.events.subscriptions()).isEqualTo(Map.of("one", Set.of(EVENT)));
        assertThat(handle(globex, LIMIT)).isEqualTo(Handled.NOT_WANTED);
        assertThat(handle(acme, LIMIT)).isEqualTo(Handled.DONE);
        assertThat(System.getProperty("placed")).isEqualTo("1.0.0 o1");
        assertThat(ends).containsExactly("end");

        platform.plugins.disable(acme, "one");
        assertThat(platform.events.subscribers("acme", EVENT)).isEmpty();
        assertThat(handle(acme, LIMIT)).isEqualTo(Handled.NOT_WANTED);
    }

    @Test
    void what_happened_in_a_workspace_is_handled_unless_the_plugin_is_switched_off_there() {
        WorkspaceInfo sales = platform.workspaces.add("sales");
        install(handler("one", "1.0.0", EVENT, "return;"));
        assertThat(platform.events.handles("one", "acme", sales.id(), EVENT)).isTrue();
        assertThat(platform.events.handles("one", "acme", null, "shop.order.paid"))
                .isFalse();
        assertThat(platform.events.handles("two", "acme", null, EVENT)).isFalse();

        platform.workspacePlugins.put(acme, sales, "one", new WorkspaceWish(false, null, null, null), IfMatch.ANY);

        assertThat(platform.events.handles("one", "acme", sales.id(), EVENT)).isFalse();
        assertThat(platform.events.handles("one", "acme", null, EVENT)).isTrue();
    }

    @Test
    void only_what_the_manifest_lists_is_published() {
        publish(PluginJar.empty("one", "1.0.0").member("events", "{\"publishes\":[\"one.thing.made\"]}"));

        assertThat(platform.events.publishes(new PluginRef("one", "1.0.0"), "one.thing.made"))
                .isTrue();
        assertThat(platform.events.publishes(new PluginRef("one", "1.0.0"), "one.thing.lost"))
                .isFalse();
        assertThat(platform.events.publishes(new PluginRef("one", "2.0.0"), "one.thing.made"))
                .isFalse();
    }

    @Test
    void a_handler_that_fails_or_hangs_ends_nothing_well() {
        install(handler("one", "1.0.0", EVENT, "throw new IllegalStateException(\"no luck\");"));
        assertThatThrownBy(() -> handle(acme, LIMIT)).hasMessage("no luck");

        install(handler(
                "two", "1.0.0", EVENT, "while (true) { Thread.onSpinWait(); if (Thread.interrupted()) return; }"));
        assertThatThrownBy(() -> handle("two", acme, Duration.ofMillis(300)))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_TIMEOUT));
        assertThat(ends).isEmpty();
    }

    @Test
    void a_handler_of_what_the_manifest_does_not_list_is_refused() {
        assertRefused(
                handler("one", "1.0.0", "shop.order.paid", "return;"),
                "The component test.one.Handler handles 'shop.order.paid', which the manifest does not list at"
                        + " events.subscribes");
        assertRefused(handler("one", "1.0.0", "", "return;"), "no @HandlesEvent says which event");
    }

    @Test
    void a_plugin_with_handlers_leaves_no_class_loader() throws Exception {
        PluginRef ref = new PluginRef("one", "1.0.0");
        install(handler("one", "1.0.0", EVENT, "note(\"here\");"));
        assertThat(handle(acme, LIMIT)).isEqualTo(Handled.DONE);

        assertNothingHolds(ref);
    }

    private Handled handle(Tenant tenant, Duration limit) throws Exception {
        return handle("one", tenant, limit);
    }

    private Handled handle(String plugin, Tenant tenant, Duration limit) throws Exception {
        Event event = new Event(UUID.randomUUID(), EVENT, "o1", Instant.EPOCH, null, null, "trace", Map.of("n", 1));
        return in(tenant, () -> platform.events.handle(plugin, event, limit, () -> ends.add("end")));
    }

    private static PluginJar handler(String id, String version, String event, String body) {
        String type = PluginJar.packageOf(id) + ".Handler";
        return PluginJar.empty(id, version)
                .imports("io.plexica.api.events;version=\"[1.0,2)\"")
                .member("events", "{\"subscribes\":[\"" + EVENT + "\"]}")
                .source(
                        type,
                        "package " + PluginJar.packageOf(id) + ";\n"
                                + "import io.plexica.api.events.*;\n"
                                + "public class Handler implements EventHandler {\n"
                                + "  private static Event now;\n"
                                + "  static void note(String what) {\n"
                                + "    System.setProperty(\"placed\", what + ' ' + now.aggregateId());\n"
                                + "  }\n"
                                + "  @Override public void handle(Event event) { now = event;\n" + body + "\n}}\n")
                .component(
                        type,
                        event.isEmpty() ? "" : "<property name=\"plexica.event.name\" value=\"" + event + "\"/>",
                        "io.plexica.api.events.EventHandler");
    }
}
