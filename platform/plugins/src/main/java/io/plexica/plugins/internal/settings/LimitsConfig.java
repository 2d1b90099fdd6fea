package io.plexica.plugins.internal.settings;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What bounds plugins among themselves. */
@ObjectClassDefinition(
        name = "Plugin limits",
        description = "How long plugins may keep each other waiting, and how long it is kept what they count")
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
            name = "PLEXICA_PLUGIN_USAGE_RETENTION",
            description = "Days for which it is kept what plugins count by Usage.track. Since 1.1.",
            min = "1",
            max = "36500")
    int usageRetention() default 400;
}
