package io.plexica.plugins.internal.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.hooks.HookChain;
import io.plexica.api.hooks.HookFailure;
import io.plexica.api.problem.PlexicaException;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.TestFramework;
import io.plexica.plugins.internal.testing.TestPlatform;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HooksTest {

    private static final String HOOK = "shop.order.placed";
    private static TestFramework framework;

    @TempDir
    Path folder;

    private RoomDatabase database;
    private TestPlatform platform;
    private Tenant acme;
    private PluginHooks shop;

    @BeforeAll
    static void startFramework() {
        framework = new TestFramework();
    }

    @AfterAll
    static void stopFramework() {
        framework.close();
    }

    @BeforeEach
    void startPlatform() {
        database = TestPlatform.newDatabase();
        platform = new TestPlatform(framework, database, folder.resolve("deploy"));
        acme = platform.tenant("acme");
        shop = new PluginHooks(platform.hooks, "shop");
    }

    @AfterEach
    void stop() {
        platform.close();
        database.close();
    }

    @Test
    void handlers_run_for_tenants_that_have_their_plugin_on_the_version_that_they_are_on() {
        Tenant globex = platform.tenant("globex");
        publish(handler("one", "1.0.0", HOOK, 0, "return value + \" one-1.0.0\";"));
        publish(handler("one", "1.1.0", HOOK, 0, "return value + \" one-1.1.0\";"));
        platform.plugins.install(acme, "one", "1.0.0", null);
        platform.plugins.install(globex, "one", "1.1.0", null);

        assertThat(chain(acme, "x")).isEqualTo("x one-1.0.0");
        assertThat(chain(globex, "x")).isEqualTo("x one-1.1.0");
        platform.plugins.disable(globex, "one");
        assertThat(chain(globex, "x")).isEqualTo("x");
        assertThat(chain(platform.tenant("initech"), "x")).isEqualTo("x");
        assertThat(chain(null, "x")).isEqualTo("x");
    }

    @Test
    void a_chain_passes_the_value_on_in_order_and_past_those_that_fail() {
        install(handler("last", "1.0.0", HOOK, 10, "return value + \"c\";"));
        install(handler("first", "1.0.0", HOOK, -1, "return value + \"a\";"));
        install(handler("silent", "1.0.0", HOOK, 1, "return null;"));
        install(handler("wrong", "1.0.0", HOOK, 2, "return 42;"));
        install(handler("broken", "1.0.0", HOOK, 3, "throw new IllegalStateException(\"no luck\");"));
        install(handler("other", "1.0.0", "shop.order.paid", 0, "return \"never\";"));

        HookChain<String> chain = in(acme, () -> shop.chain(HOOK, String.class, ""));

        assertThat(chain.value()).isEqualTo("ac");
        assertThat(chain.failures())
                .containsExactly(
                        new HookFailure("wrong", "It answered with a java.lang.Integer, not with a java.lang.String"),
                        new HookFailure("broken", "java.lang.IllegalStateException: no luck"));
    }

    @Test
    void triggered_handlers_run_side_by_side_and_each_failure_is_named() {
        String meet = "((java.util.concurrent.Callable<?>) value).call(); return null;";
        install(handler("one", "1.0.0", HOOK, 0, meet));
        install(handler("two", "1.0.0", HOOK, 0, meet));
        install(handler(
                "bad",
                "1.0.0",
                HOOK,
                0,
                "throw new io.plexica.api.problem.PlexicaException("
                        + "io.plexica.api.problem.ErrorCode.CONFLICT, \"not today\");"));
        CyclicBarrier both = new CyclicBarrier(2);
        java.util.concurrent.Callable<Integer> payload = both::await;

        List<HookFailure> failures = in(acme, () -> shop.trigger(HOOK, payload));

        assertThat(failures).containsExactly(new HookFailure("bad", "not today"));
    }

    @Test
    void a_handler_that_hangs_is_cut_off_and_the_others_have_run() {
        install(handler("slow", "1.0.0", HOOK, 0, "new java.util.concurrent.CountDownLatch(1).await(); return null;"));
        install(handler("quick", "1.0.0", HOOK, 1, "((java.util.List<Object>) value).add(\"quick\"); return null;"));
        List<Object> seen = new CopyOnWriteArrayList<>();

        List<HookFailure> failures = in(acme, () -> shop.trigger(HOOK, seen));

        assertThat(failures)
                .containsExactly(new HookFailure("slow", "shop.order.placed in slow@1.0.0 did not end within 1 s"));
        assertThat(seen).containsExactly("quick");
    }

    @Test
    @SuppressWarnings("unchecked")
    void a_handler_works_in_its_plugins_name_and_class_loader() {
        install(handler(
                "one",
                "1.0.0",
                HOOK,
                0,
                "return ((java.util.function.Function<Object, Object>) value)"
                        + ".apply(Thread.currentThread().getContextClassLoader() == getClass().getClassLoader());"));
        Function<Object, Object> ask = mine -> {
            String told = mine + " " + Contexts.require().plugin();
            return (Function<Object, Object>) none -> told;
        };

        Function<?, ?> answer =
                in(acme, () -> shop.chain(HOOK, Function.class, ask)).value();

        assertThat(((Function<Object, ?>) answer).apply("")).isEqualTo("true one@1.0.0");
    }

    @Test
    void nobody_comes_to_hooks_of_others() {
        assertThatThrownBy(() -> shop.trigger("core.user.created", "x"))
                .hasMessage("The hook 'core.user.created' is not one of the plugin shop: begin its name with 'shop.'");
        assertThatThrownBy(() -> shop.chain("shopping.done", String.class, "x")).isInstanceOf(PlexicaException.class);
    }

    @Test
    void a_handler_that_names_no_hook_is_refused() {
        assertThatThrownBy(() -> publish(handler("one", "1.0.0", "Not A Hook", 0, "return null;")))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(PluginCheck.inWords(e))
                                .isEqualTo("The component test.one.Handler is a HookHandler, but @HandlesHook names no"
                                        + " hook such as core.user.created: 'Not A Hook'"));
    }

    @Test
    void a_plugin_with_handlers_leaves_no_class_loader() {
        PluginRef ref = new PluginRef("one", "1.0.0");
        install(handler("one", "1.0.0", HOOK, 0, "return value + \"!\";"));
        assertThat(chain(acme, "x")).isEqualTo("x!");
        WeakReference<ClassLoader> loader = new WeakReference<>(
                platform.runtime.registry().running(ref).orElseThrow().hosted().loader());

        platform.plugins.uninstall(acme, "one", true);
        platform.withdrawal.byHand(ref);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            System.gc();
            assertThat(loader.get()).isNull();
        });
        assertThat(platform.hooks.isHandled(HOOK)).isFalse();
    }

    @Test
    void the_platforms_own_hooks_are_heard_after_the_commit_and_break_nothing() throws Exception {
        install(handler(
                "one",
                "1.0.0",
                StandardHooks.USER_CREATED,
                0,
                "System.getProperties().put(\"heard\", value); throw new IllegalStateException();"));
        StandardHooks hooks = new StandardHooks(platform.hooks, platform.tenants, platform.database);
        UUID user = UUID.randomUUID();
        try {
            platform.database.newUnitOfWork(() -> {
                hooks.created("acme", user);
                hooks.updated("acme", user);
                return System.getProperties().remove("heard");
            });
            await().untilAsserted(() -> assertThat(System.getProperties().get("heard"))
                    .isEqualTo(java.util.Map.of("userId", user.toString())));
        } finally {
            hooks.close();
            System.getProperties().remove("heard");
        }
    }

    @Test
    void what_the_audit_log_keeps_of_the_tenant_is_heard_and_what_plugins_do_is_not() throws Exception {
        install(handler(
                "one",
                "1.0.0",
                StandardHooks.DATA_CHANGED,
                0,
                "System.getProperties().put(\"heard\", value); return null;"));
        StandardHooks hooks = new StandardHooks(platform.hooks, platform.tenants, platform.database);
        try {
            platform.database.newUnitOfWork(() -> {
                hooks.recorded("acme", "core.workspace.updated", "workspace", "1");
                try (Contexts.Scope scope =
                        Contexts.open(Contexts.require().inTenant(acme).inPlugin(new PluginRef("one", "1.0.0")))) {
                    hooks.recorded("acme", "one.thing.made", "thing", "2");
                }
                return System.getProperties().remove("heard");
            });
            await().untilAsserted(() -> assertThat(System.getProperties().get("heard"))
                    .isEqualTo(java.util.Map.of("action", "core.workspace.updated", "type", "workspace", "id", "1")));
        } finally {
            hooks.close();
            System.getProperties().remove("heard");
        }
    }

    private String chain(Tenant tenant, String value) {
        return in(tenant, () -> shop.chain(HOOK, String.class, value)).value();
    }

    private void install(PluginJar jar) {
        Path file = publish(jar);
        String id = file.getFileName().toString().replaceFirst("-\\d.*", "");
        platform.plugins.install(acme, id, null, null);
    }

    private Path publish(PluginJar jar) {
        Path file = jar.in(folder);
        platform.publisher.publish(file, "upload");
        return file;
    }

    private static PluginJar handler(String id, String version, String hook, int order, String body) {
        String type = PluginJar.packageOf(id) + ".Handler";
        return PluginJar.empty(id, version)
                .imports("io.plexica.api.hooks;version=\"[1.0,2)\"")
                .source(
                        type,
                        "package " + PluginJar.packageOf(id) + ";\n"
                                + "@SuppressWarnings(\"unchecked\")\n"
                                + "public class Handler implements io.plexica.api.hooks.HookHandler {\n"
                                + "  @Override public Object handle(String hook, Object value) {\n"
                                + "    try { return work(value); }\n"
                                + "    catch (RuntimeException e) { throw e; }\n"
                                + "    catch (Exception e) { throw new IllegalStateException(e); }\n"
                                + "  }\n"
                                + "  private Object work(Object value) throws Exception {\n" + body + "\n}}\n")
                .component(
                        type,
                        "<property name=\"plexica.hook.name\" value=\"" + hook + "\"/>"
                                + "<property name=\"plexica.hook.order\" type=\"Integer\" value=\"" + order + "\"/>",
                        "io.plexica.api.hooks.HookHandler");
    }

    private static <T> T in(Tenant tenant, Supplier<T> work) {
        try (Contexts.Scope scope = Contexts.open(Contexts.require().inTenant(tenant))) {
            return work.get();
        }
    }
}
