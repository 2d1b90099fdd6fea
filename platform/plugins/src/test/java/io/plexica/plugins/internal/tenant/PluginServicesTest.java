package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.runtime.RunningPlugin;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.plugins.internal.testing.ShopJars;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces.Membership;
import io.plexica.spi.web.IfMatch;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PluginServicesTest extends PlatformCase {

    private static final PluginRef SHOP = new PluginRef("shop", "1.0.0");
    private static final PluginRef CALLER = new PluginRef("caller", "1.0.0");

    @BeforeEach
    void publishBoth() {
        publish(ShopJars.caller(true));
        publish(ShopJars.shop("1.0.0"));
    }

    @Test
    void a_service_is_there_where_its_plugin_is_enabled_and_answers_from_the_tenants_version() {
        Tenant globex = platform.tenant("globex");
        Tenant initech = platform.tenant("initech");
        publish(ShopJars.shop("1.1.0"));
        platform.plugins.install(acme, "shop", "1.0.0", null);
        platform.plugins.install(globex, "shop", "1.1.0", null);

        assertThat(greeting(acme)).isEqualTo("Hello Ann from 1.0.0");
        assertThat(greeting(globex)).isEqualTo("Hello Ann from 1.1.0");
        assertThat(greeting(initech)).isEqualTo("nobody");

        platform.plugins.upgrade(acme, "shop", "1.1.0");
        platform.plugins.disable(globex, "shop");
        assertThat(greeting(acme)).isEqualTo("Hello Ann from 1.1.0");
        assertThat(greeting(globex)).isEqualTo("nobody");
        assertThat(greeting(null)).isEqualTo("nobody");
    }

    @Test
    void what_is_offered_in_a_tenant_is_listed() {
        platform.plugins.install(acme, "shop", "1.0.0", null);

        assertThat(platform.serviceList.of(context(acme)))
                .extracting("name", "version", "plugin", "pluginVersion")
                .containsExactly(org.assertj.core.groups.Tuple.tuple(ShopJars.GREETER, "1.0.0", "shop", "1.0.0"));
        platform.plugins.disable(acme, "shop");
        assertThat(platform.serviceList.of(context(acme))).isEmpty();
    }

    @Test
    void what_is_switched_off_in_a_workspace_is_not_listed_there() {
        WorkspaceInfo sales = platform.workspaces.add("sales");
        platform.plugins.install(acme, "shop", "1.0.0", null);
        platform.workspacePlugins.put(acme, sales, "shop", new WorkspaceWish(false, null, null, null), IfMatch.ANY);
        Membership there = new Membership(sales, WorkspaceRole.MEMBER);

        assertThat(platform.serviceList.of(context(acme).inWorkspace(there, Grants.NONE)))
                .isEmpty();
        assertThat(platform.serviceList.of(context(acme))).hasSize(1);
    }

    @Test
    void a_call_runs_in_the_providers_name_for_the_callers_tenant() throws Exception {
        platform.plugins.install(acme, "shop", "1.0.0", null);

        Object context = in(acme, () -> call(service(), Contexts::require));

        assertThat(context)
                .hasFieldOrPropertyWithValue("plugin", SHOP)
                .hasFieldOrPropertyWithValue("tenant", acme)
                .hasFieldOrPropertyWithValue("principal", Contexts.require().principal())
                .hasFieldOrPropertyWithValue("traceId", Contexts.require().traceId());
    }

    @Test
    void failures_carry_the_providers_name_and_what_was_declared_stays_as_it_is() throws Exception {
        platform.plugins.install(acme, "shop", "1.0.0", null);
        Object service = in(acme, this::service);

        assertThatThrownBy(() -> in(
                        acme,
                        () -> call(service, () -> {
                            throw new IllegalStateException("broken");
                        })))
                .isInstanceOfSatisfying(PlexicaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_ERROR);
                    assertThat(e).hasMessage("shop@1.0.0 failed in Greeter.call");
                    assertThat(e.extensions()).containsEntry("plugin", "shop");
                    assertThat(e.getCause()).hasMessage("broken");
                });
        assertThatThrownBy(() -> in(
                        acme,
                        () -> call(service, () -> {
                            throw new LinkageError("gone");
                        })))
                .isInstanceOf(PlexicaException.class);
        assertThatThrownBy(() -> in(
                        acme,
                        () -> call(service, () -> {
                            throw PlexicaException.notFound("There is no such thing");
                        })))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        assertThatThrownBy(() -> in(
                        acme,
                        () -> call(service, () -> {
                            throw new IOException("declared");
                        })))
                .isInstanceOf(IOException.class);
    }

    @Test
    void a_service_that_was_kept_answers_each_tenant_by_its_own_version_or_not_at_all() throws Exception {
        Tenant globex = platform.tenant("globex");
        platform.plugins.install(acme, "shop", "1.0.0", null);
        Object kept = in(acme, this::service);

        assertThatThrownBy(() -> in(globex, () -> greet(kept)))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_UNAVAILABLE));
        publish(ShopJars.shop("1.1.0"));
        platform.plugins.install(globex, "shop", "1.1.0", null);
        assertThat(in(globex, () -> greet(kept))).isEqualTo("Hello Ann from 1.1.0");
        assertThat(kept).hasToString("Greeter of shop").isEqualTo(kept);
    }

    @Test
    void a_provider_leaves_no_class_loader_although_its_service_is_kept_and_nobody_is_restarted() throws Exception {
        platform.plugins.install(acme, "shop", "1.0.0", null);
        Object kept = in(acme, this::service);
        assertThat(in(acme, () -> greet(kept))).isEqualTo("Hello Ann from 1.0.0");
        WeakReference<ClassLoader> loader =
                new WeakReference<>(running(SHOP).hosted().loader());
        ClassLoader callers = running(CALLER).hosted().loader();
        long changed = callersBundle();

        platform.plugins.uninstall(acme, "shop", true);
        platform.withdrawal.byHand(SHOP);

        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            System.gc();
            assertThat(loader.get()).isNull();
        });
        assertThat(running(CALLER).hosted().loader()).isSameAs(callers);
        assertThat(callersBundle()).isEqualTo(changed);
        assertThat(greeting(acme)).isEqualTo("nobody");
        assertThatThrownBy(() -> in(acme, () -> greet(kept))).isInstanceOf(PlexicaException.class);
    }

    @Test
    void a_version_waits_for_calls_of_other_plugins_before_it_goes() throws Exception {
        platform.plugins.install(acme, "shop", "1.0.0", null);
        Object service = in(acme, this::service);
        CountDownLatch within = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        CompletableFuture<Object> call = CompletableFuture.supplyAsync(() -> in(
                acme,
                () -> call(service, () -> {
                    within.countDown();
                    go.await();
                    return service().getClass().getName();
                })));
        within.await();
        RunningPlugin shop = running(SHOP);
        CompletableFuture<Void> gone = platform.runtime.remove(SHOP);

        assertThat(shop.hosted().findLoader()).isNotNull();
        assertThat(gone).isNotDone();
        go.countDown();

        await().untilAsserted(() -> assertThat(gone).isDone());
        assertThat(call).isCompletedExceptionally();
    }

    @Test
    void a_plugin_sees_services_of_the_contract_and_its_own_and_nothing_else() throws Exception {
        var registration = framework().context().registerService(Runnable.class, () -> {}, null);
        try {
            assertThat(invoke(resource(), "seen")).isEqualTo("null null own");
        } finally {
            registration.unregister();
        }
    }

    @Test
    void a_type_that_is_no_public_interface_is_a_mistake() {
        assertThatThrownBy(() -> platform.services.find(String.class))
                .hasMessage("java.lang.String is no public interface, as services' types are");
    }

    @Test
    void a_service_that_is_needed_is_demanded_at_install_and_kept() {
        publish(PluginJar.empty("needy", "1.0.0")
                .imports("test.shop.api;version=\"[1.0,2)\"")
                .member(
                        "services",
                        "{\"requires\":[{\"name\":\"" + ShopJars.GREETER + "\",\"version\":\"[1.0,2)\"}]}"));

        assertThatThrownBy(() -> platform.plugins.install(acme, "needy", null, null))
                .hasMessage(
                        "dependencies-missing: needy@1.0.0 needs the service test.shop.api.Greeter [1.0,2), which no"
                                + " plugin that is enabled here offers");
        platform.plugins.install(acme, "shop", null, null);
        platform.plugins.install(acme, "needy", null, null);
        assertThatThrownBy(() -> platform.plugins.disable(acme, "shop"))
                .hasMessage("dependants: shop offers services that are needed by needy");
        assertThatThrownBy(() -> platform.plugins.uninstall(acme, "shop", false))
                .hasMessage("dependants: shop offers services that are needed by needy");
    }

    private String greeting(Tenant tenant) {
        return in(tenant, () -> platform.servers.hello(CALLER));
    }

    private Object service() throws Exception {
        Class<?> type = running(CALLER).hosted().loader().loadClass(ShopJars.GREETER);
        return platform.services.find(type).orElseThrow();
    }

    private RunningPlugin running(PluginRef ref) {
        return platform.runtime.registry().running(ref).orElseThrow();
    }

    private Object resource() {
        return running(CALLER).prepared().resources().get(0);
    }

    private long callersBundle() {
        return framework()
                .context()
                .getBundle(running(CALLER).candidate().location())
                .getLastModified();
    }

    private static Object greet(Object service) throws Exception {
        return unwrapped(
                () -> service.getClass().getMethod("greet", String.class).invoke(service, "Ann"));
    }

    private static Object call(Object service, Callable<?> work) throws Exception {
        return unwrapped(
                () -> service.getClass().getMethod("call", Callable.class).invoke(service, work));
    }

    private static Object invoke(Object target, String method) throws Exception {
        return target.getClass().getMethod(method).invoke(target);
    }

    private static Object unwrapped(Callable<Object> call) throws Exception {
        try {
            return call.call();
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static <T> T in(Tenant tenant, Callable<T> work) {
        try (Contexts.Scope scope = Contexts.open(context(tenant))) {
            return work.call();
        } catch (Exception e) {
            throw sneaky(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> RuntimeException sneaky(Exception e) throws E {
        throw (E) e;
    }

    private static io.plexica.spi.context.ExecutionContext context(Tenant tenant) {
        var here = Contexts.find();
        return here == null
                ? io.plexica.spi.context.ExecutionContext.platform("t").inTenant(tenant)
                : here.inTenant(tenant);
    }
}
