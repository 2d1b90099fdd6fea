package io.plexica.events.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Settings of this room. */
@ObjectClassDefinition(name = "Events", description = "How events are delivered to plugins", pid = "io.plexica.events")
@interface EventsConfig {

    @AttributeDefinition(
            name = "PLEXICA_EVENTS",
            description =
                    "What carries events to the nodes that deliver them: memory, nothing but the database, or kafka,"
                            + " a Kafka or Redpanda at PLEXICA_KAFKA_SERVERS. Since 1.1.",
            options = {@Option(label = "memory", value = "memory"), @Option(label = "kafka", value = "kafka")})
    String transport() default "memory";

    @AttributeDefinition(
            name = "PLEXICA_EVENTS_THREADS",
            description = "How many deliveries of events this node makes at once. Since 1.1.",
            min = "1",
            max = "64")
    int threads() default 4;

    @AttributeDefinition(
            name = "PLEXICA_EVENTS_POLL",
            description = "Milliseconds after which a node looks for events that others published. Since 1.1.",
            min = "50",
            max = "60000")
    int poll() default 500;

    @AttributeDefinition(
            name = "PLEXICA_EVENTS_TIMEOUT",
            description = "Seconds that a plugin may take to handle an event before it is interrupted. Since 1.1.",
            min = "1",
            max = "600")
    int timeout() default 30;

    @AttributeDefinition(
            name = "PLEXICA_EVENTS_ATTEMPTS",
            description =
                    "How often an event is delivered to a plugin that fails before it is a dead letter. Since 1.1.",
            min = "1",
            max = "100")
    int attempts() default 8;

    @AttributeDefinition(
            name = "PLEXICA_EVENTS_BACKOFF",
            description =
                    "Milliseconds before the second attempt; each later one waits twice as long, up to ten minutes."
                            + " Since 1.1.",
            min = "10",
            max = "600000")
    int backoff() default 1000;

    @AttributeDefinition(
            name = "PLEXICA_EVENTS_PATIENCE",
            description =
                    "Seconds after which an event that was sent to Kafka, and has not come back, is delivered from the"
                            + " database without waiting longer. Since 1.1.",
            min = "10",
            max = "86400")
    int patience() default 300;

    @AttributeDefinition(
            name = "PLEXICA_EVENTS_RETENTION",
            description = "Days for which events that were delivered, and dead letters, are kept. Since 1.1.",
            min = "1",
            max = "3650")
    int retention() default 30;
}
