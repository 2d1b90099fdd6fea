package io.plexica.embedded.internal;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.embedded.internal.server.Home;
import io.plexica.embedded.internal.server.Progress;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.threads.Daemons;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Tells whoever waits for the platform that people can sign in: a token that is none is refused, rather than not judged. */
@Component(
        configurationPid = EmbeddedConfig.PID,
        configurationPolicy = ConfigurationPolicy.REQUIRE,
        service = SignInProbe.class,
        immediate = true)
public final class SignInProbe {

    private static final long POLL_MILLIS = 100;

    private final Progress progress;
    private final IdentityProvider provider;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("plexica-sign-in-probe"));
    private final CompletableFuture<Void> begin;

    /** Begins once the embedded identity server answers. */
    @Activate
    public SignInProbe(
            EmbeddedConfig config, @Reference EmbeddedServers servers, @Reference IdentityProvider provider) {
        this.progress = new Progress(Home.of(config.home()));
        this.provider = provider;
        this.begin = servers.bothInUse().thenRunAsync(() -> probe(Instant.now()), worker);
    }

    @Deactivate
    void stop() {
        begin.cancel(false);
        worker.shutdownNow();
    }

    private void probe(Instant since) {
        if (isPossible()) {
            progress.done("Sign-in", since);
            worker.shutdown();
        } else {
            worker.schedule(() -> probe(since), POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private boolean isPossible() {
        try {
            provider.refresh(IdentityProvider.PLATFORM_REALM, "none");
            return true;
        } catch (PlexicaException e) {
            return e.code() == ErrorCode.UNAUTHENTICATED;
        }
    }
}
