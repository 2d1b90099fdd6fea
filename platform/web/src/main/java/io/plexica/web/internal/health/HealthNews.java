package io.plexica.web.internal.health;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.stream.News;
import io.plexica.spi.stream.StreamSource;
import io.plexica.spi.threads.Daemons;
import io.plexica.web.internal.health.HealthBoard.Report;
import io.plexica.web.internal.settings.WebSettings;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells how the platform is when that changes: everybody whether it is ready, as {@code /health/ready} does, operators in
 * one word more. It is looked at every few seconds while somebody listens, once for all of them, and not otherwise.
 */
@Component
public final class HealthNews implements StreamSource {

    private static final Logger LOG = LoggerFactory.getLogger(HealthNews.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final HealthBoard board;
    private final Readiness readiness;
    private final Duration pause;
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(Daemons.named("plexica-web-health-news"));

    /** Looks at the board. */
    @Activate
    public HealthNews(@Reference HealthBoard board, @Reference WebSettings settings) {
        this(board, settings, PAUSE);
    }

    HealthNews(HealthBoard board, WebSettings settings, Duration pause) {
        this.board = board;
        this.readiness = new Readiness(settings);
        this.pause = pause;
    }

    /** Ends. */
    @Deactivate
    public void close() {
        worker.shutdownNow();
    }

    @Override
    public AutoCloseable tellTo(Audience audience) {
        Look look = new Look(audience);
        ScheduledFuture<?> looking =
                worker.scheduleWithFixedDelay(look, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        return () -> looking.cancel(false);
    }

    /**
     * How the platform is.
     *
     * @param status {@code UP} or {@code DOWN}
     * @param detail {@code healthy}, {@code degraded} or {@code unhealthy}; for operators alone
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Health(String status, @Nullable String detail) {}

    /** Looks, and tells when it is not as before. For one thread. */
    private final class Look implements Runnable {

        private final Audience audience;
        private @Nullable Health before;

        Look(Audience audience) {
            this.audience = audience;
        }

        @Override
        public void run() {
            if (!audience.isThere()) {
                before = null;
                return;
            }
            try {
                Report report = board.look();
                Health now = new Health(readiness.isReady(report) ? "UP" : "DOWN", readiness.status(report));
                Health was = before;
                before = now;
                if (was != null && !was.equals(now)) {
                    boolean forAll = !was.status().equals(now.status());
                    audience.tell(new News(null, "health", reader -> told(now, forAll, reader)));
                }
            } catch (RuntimeException e) {
                LOG.debug("How the platform is could not be told", e);
            }
        }

        private static @Nullable Health told(Health now, boolean forAll, ExecutionContext reader) {
            boolean operator = reader.principal() != null && reader.principal().superAdmin();
            if (operator) {
                return now;
            }
            return forAll ? new Health(now.status(), null) : null;
        }
    }
}
