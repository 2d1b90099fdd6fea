package io.plexica.web.internal.settings;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Web", description = "Addresses, limits and origins of the REST server")
@interface WebConfig {

    String PID = "io.plexica.web";

    @AttributeDefinition(
            name = "PLEXICA_PUBLIC_URL",
            description = "The address by which browsers reach the platform. A tenant may also be reached at "
                    + "<slug>.<its host>. Since 1.1.")
    String publicUrl() default "http://localhost:${PLEXICA_HTTP_PORT}";

    @AttributeDefinition(
            name = "PLEXICA_TRUSTED_PROXIES",
            description = "Addresses and networks (CIDR), separated by commas, whose forwarded headers are believed. "
                    + "Since 1.1.")
    String trustedProxies() default "";

    @AttributeDefinition(
            name = "PLEXICA_CORS_ORIGINS",
            description = "Origins, separated by commas, whose pages may call the API; empty for none. Since 1.1.")
    String corsOrigins() default "";

    @AttributeDefinition(
            name = "PLEXICA_BODY_MAX_BYTES",
            description = "The largest body of a request. Since 1.1.",
            min = "1024",
            max = "104857600")
    long bodyMaxBytes() default 1_048_576;

    @AttributeDefinition(
            name = "PLEXICA_JAR_MAX_BYTES",
            description = "The largest plugin archive that may be uploaded. Since 1.1.",
            min = "1024",
            max = "1073741824")
    long jarMaxBytes() default 52_428_800;

    @AttributeDefinition(
            name = "PLEXICA_HEADER_MAX_BYTES",
            description = "The largest sum of a request's headers. Since 1.1.",
            min = "4096",
            max = "65536")
    int headerMaxBytes() default 16_384;

    @AttributeDefinition(
            name = "PLEXICA_ASYNC_TIMEOUT_SECONDS",
            description = "How long a suspended answer may wait for the plugin that suspended it. Since 1.1.",
            min = "1",
            max = "3600")
    int asyncTimeoutSeconds() default 60;

    @AttributeDefinition(
            name = "PLEXICA_HEALTH_REQUIRED",
            description = "Health checks, separated by commas, without which the platform is not ready. Since 1.1.")
    String healthRequired() default "database,identity,plugins";
}
