package io.plexica.plugins.internal.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.plexica.api.manifest.PluginManifest.Limits;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.settings.LimitsSettings;
import io.plexica.spi.bounds.BoundSettings;
import io.plexica.spi.bounds.CallLimits;
import io.plexica.spi.plugins.PluginCalls.BreakerState;
import io.plexica.spi.plugins.PluginRef;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ServiceCallsTest {

    private static final PluginRef SHOP = new PluginRef("shop", "1.0.0");
    private static final PluginRef BANK = new PluginRef("bank", "1.0.0");
    private static final ServiceKey ACME = new ServiceKey(SHOP, new PluginRef("caller", "1.0.0"), "acme");
    private static final ServiceKey ACMES_OTHER = new ServiceKey(SHOP, new PluginRef("other", "1.0.0"), "acme");
    private static final ServiceKey GLOBEX = new ServiceKey(SHOP, new PluginRef("caller", "1.0.0"), "globex");
    private static final ServiceKey SHOP_AT_BANK = new ServiceKey(BANK, SHOP, "acme");
    private static final ServiceKey BANK_AT_SHOP = new ServiceKey(SHOP, BANK, "acme");
    private static final Limits ONE = new Limits(1, null, 0);
    private static final Limits ONE_AND_ONE_WAITS = new Limits(1, null, 1);
    private static final Limits SHORT = new Limits(1, Duration.ofMillis(200), 0);

    private volatile BoundSettings most = bounds(Duration.ofHours(1));
    private final ServiceCalls calls = new ServiceCalls(
            ref -> true,
            new ServiceBounds(() -> most, new LimitsSettings(new CallLimits(2, 2, Duration.ofSeconds(30)), 1)));
    private final CountDownLatch goOn = new CountDownLatch(1);

    @AfterEach
    void close() {
        goOn.countDown();
        calls.close();
    }

    @Test
    void what_finds_no_place_is_refused_by_the_providers_name_and_other_tenants_are_served() {
        ServiceCall within = elsewhere(ACME, ONE);

        assertThatThrownBy(() -> calls.begin(ACMES_OTHER, ONE)).isInstanceOfSatisfying(PlexicaException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_OVERLOADED);
            assertThat(e.extensions()).containsEntry("plugin", "shop").containsKey("retryAfter");
        });
        calls.end(calls.begin(GLOBEX, ONE), CallOutcome.WELL);
        assertThat(calls.of("other", null))
                .singleElement()
                .satisfies(figures -> assertThat(figures.refused()).isEqualTo(1));

        calls.end(within, CallOutcome.WELL);
        calls.end(calls.begin(ACMES_OTHER, ONE), CallOutcome.WELL);
    }

    @Test
    void one_waits_for_a_place_and_gets_it() {
        ServiceCall within = elsewhere(ACME, ONE_AND_ONE_WAITS);
        CompletableFuture<ServiceCall> waits = onThread(() -> calls.begin(ACMES_OTHER, ONE_AND_ONE_WAITS));
        await().until(() -> within.account().provider().queued() == 1);

        calls.end(within, CallOutcome.WELL);

        assertThat(waits).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void a_thread_that_comes_back_to_a_provider_takes_no_second_place() {
        ServiceCall outer = calls.begin(ACME, ONE);
        ServiceCall between = calls.begin(SHOP_AT_BANK, ONE);
        ServiceCall again = calls.begin(BANK_AT_SHOP, ONE);

        assertThat(again.isReturning()).isTrue();
        assertThat(outer.account().provider().inFlight()).isEqualTo(1);
        calls.end(again, CallOutcome.WELL);
        calls.end(between, CallOutcome.WELL);
        assertThat(outer.account().provider().inFlight()).isEqualTo(1);
        calls.end(outer, CallOutcome.WELL);
        assertThat(outer.account().provider().inFlight()).isZero();
    }

    @Test
    void who_keeps_failing_is_left_alone_in_that_tenant_and_tried_again_after_a_while() {
        for (int i = 0; i < 4; i++) {
            calls.end(calls.begin(ACME, Limits.NONE), CallOutcome.HELPLESS);
        }
        assertThat(breaker()).isEqualTo(BreakerState.CLOSED);
        for (int i = 0; i < 4; i++) {
            calls.end(calls.begin(ACME, Limits.NONE), CallOutcome.BROKEN);
        }

        assertThat(breaker()).isEqualTo(BreakerState.OPEN);
        assertThatThrownBy(() -> calls.begin(ACMES_OTHER, Limits.NONE))
                .isInstanceOfSatisfying(PlexicaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.PLUGIN_UNAVAILABLE);
                    assertThat(e.detail()).startsWith("The services of shop@1.0.0 have failed too often");
                    assertThat(e.extensions()).containsEntry("plugin", "shop");
                });
        calls.end(calls.begin(GLOBEX, Limits.NONE), CallOutcome.WELL);

        most = bounds(Duration.ZERO);
        calls.end(calls.begin(ACME, Limits.NONE), CallOutcome.WELL);
        assertThat(breaker()).isEqualTo(BreakerState.CLOSED);
    }

    @Test
    void one_that_does_not_heed_keeps_its_place_and_is_a_failure_already() {
        most = new BoundSettings(64, 128, Duration.ofSeconds(30), 100, 50, 1, Duration.ofHours(1));
        CompletableFuture<Boolean> stuck = onThread(() -> {
            ServiceCall call = calls.begin(ACME, SHORT);
            awaitStubbornly();
            return calls.end(call, CallOutcome.WELL);
        });

        await().atMost(Duration.ofSeconds(30))
                .until(() -> !calls.of("shop", null).isEmpty() && breaker() == BreakerState.OPEN);
        assertThat(stuck).isNotDone();
        assertThat(calls.providers())
                .singleElement()
                .satisfies(provider -> assertThat(provider.inFlight()).isEqualTo(1));
        goOn.countDown();

        assertThat(stuck).succeedsWithin(Duration.ofSeconds(30)).isEqualTo(true);
        assertThat(calls.of("shop", null))
                .singleElement()
                .satisfies(figures -> assertThat(figures.timeouts()).isEqualTo(1));
        assertThat(calls.providers())
                .singleElement()
                .satisfies(provider -> assertThat(provider.inFlight()).isZero());
    }

    @Test
    void who_waits_for_another_is_not_the_one_who_hangs() {
        most = new BoundSettings(64, 128, Duration.ofSeconds(30), 100, 50, 1, Duration.ofHours(1));
        CompletableFuture<PluginRef> holder = onThread(() -> {
            ServiceCall outer = calls.begin(ACME, SHORT);
            ServiceCall inner = calls.begin(SHOP_AT_BANK, Limits.NONE);
            try {
                assertThat(goOn.await(30, TimeUnit.SECONDS)).isFalse();
            } catch (InterruptedException e) {
                calls.end(inner, CallOutcome.BROKEN);
            }
            assertThat(calls.end(outer, CallOutcome.HELPLESS)).isTrue();
            return outer.holder();
        });

        assertThat(holder).succeedsWithin(Duration.ofSeconds(40)).isEqualTo(BANK);
        assertThat(breaker()).isEqualTo(BreakerState.CLOSED);
        assertThat(calls.of("bank", null))
                .anySatisfy(figures -> assertThat(figures.breaker()).isEqualTo(BreakerState.OPEN));
    }

    private static BoundSettings bounds(Duration pause) {
        return new BoundSettings(64, 128, Duration.ofSeconds(30), 100, 50, 8, pause);
    }

    private BreakerState breaker() {
        return calls.of("shop", "acme").get(0).breaker();
    }

    /** A call of another thread's. */
    private ServiceCall elsewhere(ServiceKey key, Limits limits) {
        return onThread(() -> calls.begin(key, limits)).join();
    }

    /** A thread knows in which call it is, so each piece of work gets one of its own. */
    private static <T> CompletableFuture<T> onThread(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, running -> new Thread(running, "calling").start());
    }

    private void awaitStubbornly() {
        boolean waits = true;
        while (waits) {
            try {
                goOn.await();
                waits = false;
            } catch (InterruptedException e) {
                Thread.onSpinWait();
            }
        }
    }
}
