package io.plexica.jobs.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** The settings of this room, read once. */
@Component(
        service = JobsSettings.class,
        configurationPid = "io.plexica.jobs",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class JobsSettings {

    private static final Duration LONGEST_BACKOFF = Duration.ofHours(1);
    private static final int SHARE = 4;

    private final Values values;
    private final ZoneId zone;

    /** Takes what is configured. */
    @Activate
    public JobsSettings(JobsConfig config) {
        this(new Values(
                config.threads(),
                Duration.ofMillis(config.poll()),
                Duration.ofSeconds(config.timeout()),
                config.attempts(),
                Duration.ofMillis(config.backoff()),
                Duration.ofMillis(config.heartbeat()),
                config.timeZone(),
                config.retention()));
    }

    /** Settings for a test. */
    public JobsSettings(Values values) {
        this.values = values;
        try {
            this.zone = ZoneId.of(values.timeZone());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "PLEXICA_JOBS_TIME_ZONE is '" + values.timeZone()
                            + "', and must be a time zone such as Europe/Rome",
                    e);
        }
    }

    /** How many jobs this node runs at once. */
    public int threads() {
        return values.threads();
    }

    /** How many of them may be of one plugin. */
    public int share() {
        return Math.max(1, values.threads() / SHARE);
    }

    /** How long this node waits before it looks unasked. */
    public Duration poll() {
        return values.poll();
    }

    /** How long a job may take. */
    public Duration timeout() {
        return values.timeout();
    }

    /** How many failures in a row are enough. */
    public int attempts() {
        return values.attempts();
    }

    /** How often a node says that it is alive. */
    public Duration heartbeat() {
        return values.heartbeat();
    }

    /** The time zone of tenants that have set none. */
    public ZoneId zone() {
        return zone;
    }

    /** How many days runs are kept. */
    public int retentionDays() {
        return values.retentionDays();
    }

    /** How long to wait after so many failures: twice as long as after the one before. */
    public Duration backoffAfter(int failures) {
        int doublings = Math.max(0, Math.min(failures - 1, 20));
        Duration wait = values.backoff().multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : wait;
    }

    /**
     * What can be set.
     *
     * @param backoff how long to wait after the first failure
     */
    public record Values(
            int threads,
            Duration poll,
            Duration timeout,
            int attempts,
            Duration backoff,
            Duration heartbeat,
            String timeZone,
            int retentionDays) {}
}
