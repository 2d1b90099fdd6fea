package io.plexica.embedded.internal.demo;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.embedded.internal.EmbeddedConfig;
import io.plexica.embedded.internal.EmbeddedServers;
import io.plexica.embedded.internal.server.Home;
import io.plexica.embedded.internal.server.PrivateFiles;
import io.plexica.embedded.internal.server.Progress;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.identity.Users;
import io.plexica.spi.plugins.Plugins;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.threads.Daemons;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees to it that a first start with both servers on this machine ends with tenants to play with. */
@Component(
        configurationPid = EmbeddedConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = DemoSetup.class,
        immediate = true)
public final class DemoSetup {

    private static final Logger LOG = LoggerFactory.getLogger(DemoSetup.class);
    private static final int ATTEMPTS = 60;

    private final Home home;
    private final Progress progress;
    private final String url;
    private final Path plugins;
    private final Demo demo;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("plexica-demo"));
    private final CompletableFuture<Void> begin;

    /** Waits for both servers, and creates the demo unless an earlier start has. */
    @Activate
    public DemoSetup(
            EmbeddedConfig config,
            BundleContext context,
            @Reference EmbeddedServers servers,
            @Reference Tenants tenants,
            @Reference Users users,
            @Reference Plugins plugins) {
        this.home = Home.of(config.home());
        this.progress = new Progress(home);
        this.url = config.publicUrl();
        this.plugins = Path.of(context.getProperty("karaf.home"), "plugins");
        this.demo = new Demo(tenants, users, plugins);
        this.begin = config.demo() && !isDone()
                ? servers.bothInUse().thenRunAsync(() -> attempt(1), worker)
                : CompletableFuture.completedFuture(null);
    }

    @Deactivate
    void stop() {
        begin.cancel(false);
        worker.shutdownNow();
    }

    private void attempt(int number) {
        Instant start = Instant.now();
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            progress.begun("The demo tenants are created");
            demo.create(DemoCredentials.readOrMake(home.credentials(), url), plugins);
            PrivateFiles.write(marker(), Instant.now() + "\n");
            progress.done("Demo tenants", start);
        } catch (PlexicaException e) {
            if (e.code() == ErrorCode.UNAVAILABLE && number < ATTEMPTS) {
                LOG.info("The demo tenants have to wait: {}", e.detail());
                worker.schedule(() -> attempt(number + 1), 1, TimeUnit.SECONDS);
            } else {
                failed(e, e.detail() + (e.errors().isEmpty() ? "" : " " + e.errors()));
            }
        } catch (IOException | RuntimeException e) {
            failed(e, String.valueOf(e.getMessage()));
        }
    }

    private void failed(Exception cause, String reason) {
        LOG.error("The demo tenants could not be created", cause);
        progress.failed("The demo tenants could not be created: " + reason);
    }

    private boolean isDone() {
        return Files.exists(marker());
    }

    private Path marker() {
        return home.data().resolve("demo.done");
    }
}
