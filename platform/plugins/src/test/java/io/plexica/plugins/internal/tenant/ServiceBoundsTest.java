package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.services.ServiceFigures;
import io.plexica.plugins.internal.testing.ShopJars;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.plugins.PluginRef;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** How long a plugin may keep another waiting, and what is counted of it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ServiceBoundsTest extends PlatformCase {

    private static final PluginRef CALLER = new PluginRef("caller", "1.0.0");

    private Object service;

    @BeforeEach
    void installBoth() throws Exception {
        publish(ShopJars.caller(true));
        publish(ShopJars.shop("1.0.0").member("limits", "{\"timeout\":\"PT1S\",\"maxConcurrency\":1,\"queue\":0}"));
        platform.plugins.install(acme, "shop", "1.0.0", null);
        service = inCaller(() -> platform.services
                .find(platform.runtime
                        .registry()
                        .running(CALLER)
                        .orElseThrow()
                        .hosted()
                        .loader()
                        .loadClass(ShopJars.GREETER))
                .orElseThrow());
    }

    @Test
    void a_service_that_hangs_is_interrupted_and_named_and_the_thread_is_as_it_was() throws Exception {
        assertThatThrownBy(() -> call(() -> {
                    new CountDownLatch(1).await();
                    return null;
                }))
                .isInstanceOfSatisfying(PlexicaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_TIMEOUT);
                    assertThat(e.detail()).isEqualTo("shop@1.0.0 did not answer Greeter.call within 1000 ms");
                    assertThat(e.extensions()).containsEntry("plugin", "shop");
                });

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        assertThat(figures()).satisfies(figures -> {
            assertThat(figures.timeouts()).isEqualTo(1);
            assertThat(figures.errors()).isEqualTo(1);
            assertThat(figures.longest()).isGreaterThanOrEqualTo(1_000);
        });
        assertThat(call(() -> "well again")).isEqualTo("well again");
    }

    @Test
    void one_that_answers_although_its_time_is_over_is_late_all_the_same() {
        assertThatThrownBy(() -> call(() -> {
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        return "done";
                    }
                    return null;
                }))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_TIMEOUT));
    }

    @Test
    void one_that_blocks_keeps_its_own_places_and_whoever_comes_then_hears_its_name() throws Exception {
        CountDownLatch within = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        ExecutionContext context = Contexts.require();
        CompletableFuture<Void> blocked = CompletableFuture.runAsync(() -> {
            try (Contexts.Scope scope = Contexts.open(context)) {
                call(() -> stubborn(within, goOn));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(within.await(30, TimeUnit.SECONDS)).isTrue();

        assertThatThrownBy(() -> call(() -> "well")).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_OVERLOADED);
            assertThat(e.extensions()).containsEntry("plugin", "shop");
        });
        assertThat(figures().refused()).isEqualTo(1);

        goOn.countDown();
        await().until(blocked::isDone);
        assertThat(call(() -> "well again")).isEqualTo("well again");
    }

    @Test
    void calls_are_counted_by_who_calls_whom_and_only_faults_are_errors() throws Exception {
        call(() -> "well");
        assertThatThrownBy(() -> call(() -> {
                    throw new IOException("declared");
                }))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> call(() -> {
                    throw PlexicaException.notFound("There is no such thing");
                }))
                .isInstanceOf(PlexicaException.class);
        assertThatThrownBy(() -> call(() -> {
                    throw new IllegalStateException("broken");
                }))
                .isInstanceOf(PlexicaException.class);

        assertThat(figures()).satisfies(figures -> {
            assertThat(figures.provider()).isEqualTo("shop@1.0.0");
            assertThat(figures.caller()).isEqualTo("caller@1.0.0");
            assertThat(figures.tenant()).isEqualTo("acme");
            assertThat(figures.calls()).isEqualTo(4);
            assertThat(figures.errors()).isEqualTo(1);
            assertThat(figures.timeouts()).isZero();
        });
        assertThat(platform.serviceCalls.of("caller", null))
                .isEqualTo(platform.serviceCalls.of("shop", acme.slug()))
                .hasSize(1);
        assertThat(platform.serviceCalls.of("shop", "globex")).isEmpty();
        assertThat(platform.serviceCalls.of("shopper", null)).isEmpty();
    }

    private static Object stubborn(CountDownLatch within, CountDownLatch goOn) {
        within.countDown();
        boolean waits = true;
        while (waits) {
            try {
                goOn.await();
                waits = false;
            } catch (InterruptedException e) {
                Thread.onSpinWait();
            }
        }
        return "at last";
    }

    private ServiceFigures figures() {
        List<ServiceFigures> all = platform.serviceCalls.of("shop", null);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private Object call(Callable<?> work) throws Exception {
        return inCaller(() -> {
            try {
                return service.getClass().getMethod("call", Callable.class).invoke(service, work);
            } catch (InvocationTargetException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        });
    }

    private Object inCaller(Callable<Object> work) throws Exception {
        try (Contexts.Scope scope =
                Contexts.open(Contexts.require().inTenant(acme).inPlugin(CALLER))) {
            return work.call();
        }
    }
}
