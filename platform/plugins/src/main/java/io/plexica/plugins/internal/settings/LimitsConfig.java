package io.plexica.plugins.internal.settings;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What bounds plugins among themselves. */
@ObjectClassDefinition(
        name = "Plugin limits",
        description =
                "How much plugins may ask of each other and how long they may keep each other waiting, and how long it is kept what they count")
@interface LimitsConfig {

    String PID = "io.plexica.plugins.limits";

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_SERVICE_TIMEOUT",
            description =
                    "Seconds that a service of one plugin may take when another calls it; less where the manifest of"
                            + " the first says so in limits.timeout. Since 1.1.",
            min = "1",
            max = "3600")
    int serviceTimeout() default 10;

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_SERVICE_CONCURRENCY",
            description =
                    "Calls of other plugins that one plugin's services work on at once in one tenant; less where its"
                            + " manifest says so in limits.maxConcurrency. Keep it below PLEXICA_PLUGIN_MAX_CONCURRENCY,"
                            + " so that one that hangs leaves its callers places for what does not need it. Since 1.1.",
            min = "1",
            max = "10000")
    int serviceConcurrency() default 32;

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_SERVICE_QUEUE",
            description =
                    "Calls that wait for such a place, no longer than a call may take; less where the manifest says so"
                            + " in limits.queue. Since 1.1.",
            min = "0",
            max = "100000")
    int serviceQueue() default 64;

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_USAGE_RETENTION",
            description = "Days for which it is kept what plugins count by Usage.track. Since 1.1.",
            min = "1",
            max = "36500")
    int usageRetention() default 400;
}
