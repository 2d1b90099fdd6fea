package io.plexica.cache.redis.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of this bundle. */
@ObjectClassDefinition(
        name = "Cache in Redis",
        description = "The Redis in which all nodes cache values and count calls together",
        pid = "io.plexica.cache.redis")
@interface RedisConfig {

    @AttributeDefinition(
            name = "PLEXICA_CACHE_URL",
            description =
                    "Where Redis is, as redis://host:port or rediss://host:port for TLS, with /number for another "
                            + "database than 0; several addresses of a cluster with commas between them. Empty for none: each node "
                            + "caches and counts for itself. Since 1.1.")
    String cacheUrl() default "";

    @AttributeDefinition(
            name = "PLEXICA_CACHE_USER",
            description = "The login at Redis; empty for its default one. A password is the secret CACHE_PASSWORD. "
                    + "Since 1.1.")
    String cacheUser() default "";

    @AttributeDefinition(
            name = "PLEXICA_CACHE_TRUSTSTORE",
            description =
                    "With TLS, the file of PEM with the certificates that Redis' own is signed by. Empty for those"
                            + " that Java trusts. Since 1.1.")
    String cacheTruststore() default "";

    @AttributeDefinition(
            name = "PLEXICA_CACHE_TIMEOUT_MILLIS",
            description =
                    "How long Redis may take for an answer; when it takes longer it is left alone until it answers "
                            + "again. Since 1.1.",
            min = "10",
            max = "10000")
    int cacheTimeoutMillis() default 200;

    @AttributeDefinition(
            name = "PLEXICA_CACHE_NEAR_BYTES",
            description = "What a node keeps in its own memory of what is in Redis, at most; 0 for nothing. Since 1.1.",
            min = "0",
            max = "68719476736")
    long cacheNearBytes() default 33_554_432;
}
