package io.plexica.plugins.internal.settings;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The room's configuration. */
@ObjectClassDefinition(name = "Plugins", description = "The deploy folder and how patient the platform is with plugins")
@interface PluginsConfig {

    @AttributeDefinition(
            name = "PLEXICA_DEPLOY",
            description =
                    "Folder into which plugin jars are dropped; empty for deploy/ in the platform's folder. Since 1.1.")
    String deploy() default "";

    @AttributeDefinition(
            name = "PLEXICA_DEPLOY_INTERVAL",
            description = "Milliseconds between two looks at the deploy folder. Since 1.1.",
            min = "50",
            max = "60000")
    int deployInterval() default 250;

    @AttributeDefinition(
            name = "PLEXICA_DEV",
            description =
                    "Development mode: jars without a plugin manifest in the deploy folder are started as ordinary "
                            + "bundles. Since 1.1.")
    boolean dev() default false;

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_START_TIMEOUT",
            description = "Seconds that a plugin may take to start. Since 1.1.",
            min = "1",
            max = "600")
    int startTimeout() default 30;

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_HOOK_TIMEOUT",
            description = "Seconds that a lifecycle method or a hook handler of a plugin may take. Since 1.1.",
            min = "1",
            max = "3600")
    int hookTimeout() default 30;

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_DRAIN_TIMEOUT",
            description =
                    "Seconds that requests in flight get to end before the version that they are on stops. Since 1.1.",
            min = "0",
            max = "3600")
    int drainTimeout() default 60;

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_HUNG_MAX",
            description =
                    "Threads of a plugin version that go on although their call or hook was cut off: with more than that "
                            + "it is quarantined. Since 1.1.",
            min = "1",
            max = "10000")
    int hungMax() default 20;

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_LEAKS_MAX",
            description =
                    "Stops in a row after which a plugin's classes stayed in memory: with as many it is quarantined, "
                            + "except in development mode. Since 1.1.",
            min = "1",
            max = "1000")
    int leaksMax() default 3;

    @AttributeDefinition(
            name = "PLEXICA_DEFAULT_PLUGINS",
            description =
                    "Plugins that a new tenant gets, separated by commas: crm for every tenant, pro:analytics for those"
                            + " of the plan pro. A tenant is not made when one of them cannot be installed. Since 1.1.")
    String defaultPlugins() default "";

    @AttributeDefinition(
            name = "PLEXICA_PLUGINS",
            description =
                    "Ids of the plugins that this deployment starts, separated by commas; others look not published"
                            + " here. Empty for all. Since 1.1.")
    String plugins() default "";
}
