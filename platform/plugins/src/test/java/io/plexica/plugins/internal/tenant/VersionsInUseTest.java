package io.plexica.plugins.internal.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.plan.InstallationRequest;
import io.plexica.plugins.internal.preview.ExpectedState;
import io.plexica.plugins.internal.store.Installation;
import io.plexica.plugins.internal.testing.HookedJar;
import io.plexica.plugins.internal.testing.PluginJar;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.plugins.PluginRef;
import io.plexica.spi.web.IfMatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What is done to versions while a tenant is on its way from one to the other. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class VersionsInUseTest extends PlatformCase {

    private static final PluginRef ONE = new PluginRef("notes", "1.0.0");
    private static final PluginRef TWO = new PluginRef("notes", "2.0.0");
    private static final String MEANWHILE = "plexica.test.meanwhile";
    private static final String RUN = "((Runnable) System.getProperties().get(\"" + MEANWHILE + "\")).run();";

    /** A health check in whose time a test does something, and which says afterwards what it is told to. */
    private static final String SLOW = """
            package test.notes;
            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.RequiresPermission;
            import javax.ws.rs.*;
            @Path("/hello") @PlexicaResource
            public class HelloResource {
              @GET @RequiresPermission("notes:things:read")
              public String hello() {
                %s
                %s
              }
            }
            """;

    private final List<PlexicaException> refusals = new ArrayList<>();

    @BeforeEach
    void aTenantOnTheFirstVersion() {
        publish(PluginJar.hello("notes", "1.0.0"));
        platform.plugins.install(acme, "notes", null, null);
    }

    @AfterEach
    void nothingMore() {
        System.getProperties().remove(MEANWHILE);
    }

    @Test
    void where_an_upgrade_comes_from_stays_until_it_is_known_whether_it_goes_back() {
        publishTwo("throw new IllegalStateException(\"unwell\");");
        meanwhile(() -> platform.withdrawal.byHand(ONE));

        assertThatThrownBy(() -> platform.plugins.upgrade(acme, "notes", "2.0.0"))
                .extracting("code")
                .isEqualTo(ErrorCode.PLUGIN_ERROR);

        assertThat(refusals)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.detail())
                        .isEqualTo(
                                "version-in-use: notes@1.0.0 is needed for acme, on the way to it or from it, or watched since a"
                                        + " rollout; wait for the end"));
        assertThat(hello("acme")).isEqualTo("1.0.0");
        platform.withdrawal.byHand(TWO);
    }

    @Test
    void where_it_goes_to_stays_too() {
        publish(HookedJar.of("notes", "beforeUpgrade", RUN)
                .member("version", "\"2.0.0\"")
                .header("Bundle-Version", "2.0.0"));
        meanwhile(() -> platform.withdrawal.byHand(TWO));

        Installation moved = platform.plugins.upgrade(acme, "notes", "2.0.0");

        assertThat(moved.plugin()).isEqualTo(TWO);
        assertThat(refusals).hasSize(1);
        platform.withdrawal.byHand(ONE);
    }

    @Test
    void what_is_gone_when_its_turn_comes_is_said_to_be_gone() {
        publish(PluginJar.hello("notes", "2.0.0"));
        InstallationRequest wish = platform.plugins.toUpgrade(acme, "notes", "2.0.0");
        platform.withdrawal.byHand(TWO);

        PlexicaException refusal = catchThrowableOfType(
                PlexicaException.class, () -> platform.plugins.apply(acme, wish, ExpectedState.ANY, Progress.NONE));

        assertThat(refusal.code()).isEqualTo(ErrorCode.CONFLICT);
        assertThat(refusal.detail()).isEqualTo("version-withdrawn: notes@2.0.0 has just been withdrawn");
        assertThat(platform.plugins.get(acme, "notes").operation()).isNull();
    }

    @Test
    void a_version_that_is_stopped_while_it_is_asked_keeps_nobody() {
        publishTwo("return \"2.0.0\";");
        meanwhile(() -> platform.lifecycle.quarantine(TWO, "it leaks"));

        assertThatThrownBy(() -> platform.plugins.upgrade(acme, "notes", "2.0.0"))
                .isInstanceOf(PlexicaException.class);

        Installation still = platform.plugins.get(acme, "notes");
        assertThat(still.plugin()).isEqualTo(ONE);
        assertThat(still.reason()).startsWith("The upgrade to 2.0.0 was taken back: ");
        assertThat(hello("acme")).isEqualTo("1.0.0");
        platform.lifecycle.release(TWO, IfMatch.ANY);
    }

    private void publishTwo(String end) {
        publish(PluginJar.hello("notes", "2.0.0")
                .source("test.notes.HelloResource", SLOW.formatted(RUN, end))
                .member("api", "{\"healthCheck\":\"/hello\"}"));
    }

    /** Once, on the thread of the plugin. */
    private void meanwhile(Runnable work) {
        ExecutionContext context = Contexts.require();
        Runnable once = () -> {
            System.getProperties().put(MEANWHILE, (Runnable) () -> {});
            try (Contexts.Scope scope = Contexts.open(context)) {
                work.run();
            } catch (PlexicaException e) {
                refusals.add(e);
            }
        };
        System.getProperties().put(MEANWHILE, once);
    }
}
