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
            name = "PLEXICA_OBJECT_MAX_BYTES",
            description = "The largest object that is taken. Since 1.1.",
            min = "1024",
            max = "5368709120")
    long objectMaxBytes() default 104_857_600;

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

    @AttributeDefinition(
            name = "PLEXICA_RATE_LIMIT_FREE",
            description =
                    "The calls of one route that a user of a tenant on the plan free may make in a minute; 0 for as "
                            + "many as there are. Since 1.1.",
            min = "0",
            max = "1000000000")
    long rateLimitFree() default 100;

    @AttributeDefinition(
            name = "PLEXICA_RATE_LIMIT_PRO",
            description = "The same on the plan pro. Since 1.1.",
            min = "0",
            max = "1000000000")
    long rateLimitPro() default 1_000;

    @AttributeDefinition(
            name = "PLEXICA_RATE_LIMIT_ENTERPRISE",
            description = "The same on the plan enterprise. Since 1.1.",
            min = "0",
            max = "1000000000")
    long rateLimitEnterprise() default 10_000;

    @AttributeDefinition(
            name = "PLEXICA_RATE_LIMIT_PLANS",
            description =
                    "The same on further plans, as name=number, separated by commas; on plans that nothing names as "
                            + "on free. Since 1.1.")
    String rateLimitPlans() default "";

    @AttributeDefinition(
            name = "PLEXICA_RATE_LIMIT_OPERATORS",
            description = "The same for super admins, and for keys of the platform itself. Since 1.1.",
            min = "0",
            max = "1000000000")
    long rateLimitOperators() default 10_000;

    @AttributeDefinition(
            name = "PLEXICA_RATE_LIMIT_STRANGERS",
            description =
                    "The calls of one public route that may come from one address in a minute outside any tenant; 0 "
                            + "for as many as there are. Since 1.1.",
            min = "0",
            max = "1000000000")
    long rateLimitStrangers() default 1_000;

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_MAX_CONCURRENCY",
            description =
                    "The calls that a plugin works on at once in one tenant, at most; a manifest may ask for less. "
                            + "Since 1.1.",
            min = "1",
            max = "1000")
    int pluginMaxConcurrency() default 64;

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_QUEUE",
            description =
                    "The calls of one tenant that wait for a plugin while it works on others, at most; a manifest "
                            + "may ask for less. Since 1.1.",
            min = "0",
            max = "10000")
    int pluginQueue() default 128;

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_TIMEOUT",
            description =
                    "Seconds that a call may take within a plugin, at most; a manifest may ask for less. Since 1.1.",
            min = "1",
            max = "3600")
    int pluginTimeoutSeconds() default 30;

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_THREADS",
            description =
                    "The server's threads that one plugin may hold, over all tenants and versions; the server has "
                            + "200. A quarter of them may be calls that wait. Since 1.1.",
            min = "4",
            max = "10000")
    int pluginThreads() default 100;

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_BREAKER_PERCENT",
            description = "The share of a tenant's calls of the last ten seconds that must have failed by a plugin's "
                    + "fault for it to be left alone for a moment; 101 for never. Since 1.1.",
            min = "1",
            max = "101")
    int pluginBreakerPercent() default 50;

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_BREAKER_CALLS",
            description = "The fewest calls within ten seconds by which a plugin is judged. Since 1.1.",
            min = "1",
            max = "100000")
    int pluginBreakerCalls() default 20;

    @AttributeDefinition(
            name = "PLEXICA_PLUGIN_BREAKER_PAUSE",
            description = "Seconds for which a plugin that failed too often is left alone. Since 1.1.",
            min = "1",
            max = "600")
    int pluginBreakerPauseSeconds() default 5;
}
