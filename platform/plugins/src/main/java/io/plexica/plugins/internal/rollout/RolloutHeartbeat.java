package io.plexica.plugins.internal.rollout;

import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.threads.Daemons;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says of rollouts that they go on, while a tenant takes its time. Its thread lives no longer than they do. */
final class RolloutHeartbeat {

    private static final Logger LOG = LoggerFactory.getLogger(RolloutHeartbeat.class);
    private static final Duration PAUSE = Duration.ofSeconds(10);

    private final RolloutClaims claims;
    private final ScheduledThreadPoolExecutor timer;

    RolloutHeartbeat(RolloutClaims claims) {
        this.claims = claims;
        this.timer = new ScheduledThreadPoolExecutor(1, Daemons.named("plexica-rollouts"));
        timer.setKeepAliveTime(PAUSE.toSeconds(), TimeUnit.SECONDS);
        timer.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
    }

    /** Begins for one rollout; cancelled when that ends. */
    Future<?> of(UUID rollout) {
        return timer.scheduleWithFixedDelay(
                () -> beat(rollout), PAUSE.toSeconds(), PAUSE.toSeconds(), TimeUnit.SECONDS);
    }

    void close() {
        timer.shutdownNow();
    }

    private void beat(UUID rollout) {
        ExecutionContext context =
                ExecutionContext.platform(Contexts.newTraceId()).as(Principal.SYSTEM, Grants.NONE);
        try (Contexts.Scope scope = Contexts.open(context)) {
            claims.seen(rollout);
        } catch (PlexicaException e) {
            LOG.debug("Nobody hears at the moment that a rollout goes on", e);
        }
    }
}
