package io.plexica.plugins.internal.settings;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** The registry's configuration. */
@ObjectClassDefinition(name = "Plugin registry", description = "Where plugins may come from and how they spread")
@interface RegistryConfig {

    String PID = "io.plexica.plugins.registry";

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_REPOSITORIES",
            description =
                    "Maven repositories from which plugins are fetched by coordinate, separated by commas: http, https"
                            + " and file addresses, asked in this order. Empty for none. Since 1.1.")
    String repositories() default "";

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_SIGNATURES",
            description =
                    "Whether a plugin must be signed, with a certificate that PLEXICA_PLUGIN_TRUST trusts. Since 1.1.",
            options = {@Option(value = "off"), @Option(value = "required")})
    String signatures() default "off";

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_TRUST",
            description =
                    "PEM file with the certificates of those who may sign plugins, or of the authorities that vouch for"
                            + " them. Empty for none. Since 1.1.")
    String trust() default "";

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_ROLLOUT_WATCH",
            description =
                    "Seconds that a rollout stands still and watches the new version for errors, after the first tenant and"
                            + " after the last. Since 1.1.",
            min = "0",
            max = "86400")
    int rolloutWatch() default 0;

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_ROLLOUT_GUARD",
            description =
                    "Seconds that the tenants that a rollout has moved are watched afterwards, while nobody waits: they go"
                            + " back by themselves when the version fails there. 0 for not at all. Since 1.1.",
            min = "0",
            max = "86400")
    int rolloutGuard() default 300;
}
