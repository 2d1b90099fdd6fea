package io.plexica.events.internal;

import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;

/** The settings of this room, read once. */
@Component(
        service = EventsSettings.class,
        configurationPid = "io.plexica.events",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
public final class EventsSettings {

    private static final String MEMORY = "memory";
    private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(10);

    private final String transport;
    private final Duration patience;
    private final int threads;
    private final Duration poll;
    private final Duration timeout;
    private final int attempts;
    private final Duration backoff;
    private final int retentionDays;

    /** Takes what is configured. */
    @Activate
    public EventsSettings(EventsConfig config) {
        this(
                config.transport(),
                Duration.ofSeconds(config.patience()),
                config.threads(),
                Duration.ofMillis(config.poll()),
                Duration.ofSeconds(config.timeout()),
                config.attempts(),
                Duration.ofMillis(config.backoff()),
                config.retention());
    }

    /** Settings for a test. */
    public EventsSettings(
            int threads, Duration poll, Duration timeout, int attempts, Duration backoff, int retentionDays) {
        this(MEMORY, Duration.ofMinutes(5), threads, poll, timeout, attempts, backoff, retentionDays);
    }

    private EventsSettings(
            String transport,
            Duration patience,
            int threads,
            Duration poll,
            Duration timeout,
            int attempts,
            Duration backoff,
            int retentionDays) {
        this.transport = transport;
        this.patience = patience;
        this.threads = threads;
        this.poll = poll;
        this.timeout = timeout;
        this.attempts = attempts;
        this.backoff = backoff;
        this.retentionDays = retentionDays;
    }

    /** The same with a transport, for a test. */
    public EventsSettings carriedBy(String name, Duration time) {
        return new EventsSettings(name, time, threads, poll, timeout, attempts, backoff, retentionDays);
    }

    /** Whether something carries events from node to node. */
    public boolean isCarried() {
        return !transport.equals(MEMORY);
    }

    /** The name of what does. */
    public String transport() {
        return transport;
    }

    /** How long to wait for an event that it was given. */
    public Duration patience() {
        return patience;
    }

    /** How many deliveries this node makes at once. */
    public int threads() {
        return threads;
    }

    /** How long this node waits before it looks unasked. */
    public Duration poll() {
        return poll;
    }

    /** How long a plugin may take for an event. */
    public Duration timeout() {
        return timeout;
    }

    /** How many failures make a dead letter. */
    public int attempts() {
        return attempts;
    }

    /** How many days events are kept. */
    public int retentionDays() {
        return retentionDays;
    }

    /** How long to wait after a failure: twice as long as after the one before. */
    public Duration backoffAfter(int failures) {
        int doublings = Math.max(0, Math.min(failures - 1, 20));
        Duration wait = backoff.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_BACKOFF) > 0 ? LONGEST_BACKOFF : wait;
    }
}
