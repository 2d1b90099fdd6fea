package io.plexica.jobs.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of this room. */
@ObjectClassDefinition(name = "Jobs", description = "How jobs of plugins are run", pid = "io.plexica.jobs")
@interface JobsConfig {

    @AttributeDefinition(
            name = "PLEXICA_JOBS_THREADS",
            description = "How many jobs this node runs at once, of one plugin at most a quarter of them. Since 1.1.",
            min = "1",
            max = "64")
    int threads() default 8;

    @AttributeDefinition(
            name = "PLEXICA_JOBS_POLL",
            description = "Milliseconds after which a node looks for jobs that are due. Since 1.1.",
            min = "100",
            max = "60000")
    int poll() default 1000;

    @AttributeDefinition(
            name = "PLEXICA_JOBS_TIMEOUT",
            description =
                    "Seconds that a job may take before it is interrupted, where its manifest does not say. Since 1.1.",
            min = "1",
            max = "86400")
    int timeout() default 300;

    @AttributeDefinition(
            name = "PLEXICA_JOBS_ATTEMPTS",
            description =
                    "How often a job that fails is tried before it is left until its next regular time. Since 1.1.",
            min = "1",
            max = "100")
    int attempts() default 5;

    @AttributeDefinition(
            name = "PLEXICA_JOBS_BACKOFF",
            description =
                    "Milliseconds before a job that failed is tried again; twice as long after each further failure,"
                            + " up to one hour. Since 1.1.",
            min = "10",
            max = "3600000")
    int backoff() default 30000;

    @AttributeDefinition(
            name = "PLEXICA_JOBS_HEARTBEAT",
            description =
                    "Milliseconds after which a node says that the jobs it runs are alive; those of a node that has"
                            + " not said so four times are taken up by others. Since 1.1.",
            min = "250",
            max = "60000")
    int heartbeat() default 10000;

    @AttributeDefinition(
            name = "PLEXICA_JOBS_TIME_ZONE",
            description = "The time zone of cron expressions in tenants that have set none. Since 1.1.")
    String timeZone() default "UTC";

    @AttributeDefinition(
            name = "PLEXICA_JOBS_RETENTION",
            description = "Days for which runs are kept, of one job at most the last hundred. Since 1.1.",
            min = "1",
            max = "3650")
    int retention() default 30;
}
