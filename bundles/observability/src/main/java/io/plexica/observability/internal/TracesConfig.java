package io.plexica.observability.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of this bundle. */
@ObjectClassDefinition(name = "Traces", description = "Where traces go", pid = "io.plexica.observability")
@interface TracesConfig {

    @AttributeDefinition(
            name = "PLEXICA_OTLP_ENDPOINT",
            description =
                    "Where traces go by OTLP over HTTP, such as http://collector:4318; /v1/traces is added where there"
                            + " is no path. Empty for none: then nothing is traced. Since 1.1.")
    String otlpEndpoint() default "";

    @AttributeDefinition(
            name = "PLEXICA_OTLP_PERCENT",
            description = "How many of a hundred calls are traced, as their trace ids decide; all nodes decide alike."
                    + " Since 1.1.",
            min = "1",
            max = "100")
    int otlpPercent() default 100;

    @AttributeDefinition(
            name = "PLEXICA_OTLP_SERVICE",
            description = "The name under which the platform appears in traces. Since 1.1.")
    String otlpService() default "plexica";
}
