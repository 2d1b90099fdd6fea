package io.plexica.cache.memory.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of this bundle. */
@ObjectClassDefinition(
        name = "Cache in memory",
        description = "What a node may cache in its own memory, where no Redis is configured",
        pid = "io.plexica.cache.memory")
@interface MemoryConfig {

    @AttributeDefinition(
            name = "PLEXICA_CACHE_BYTES",
            description = "What a node caches for all tenants together, at most. Since 1.1.",
            min = "0",
            max = "68719476736")
    long cacheBytes() default 67_108_864;

    @AttributeDefinition(
            name = "PLEXICA_CACHE_TENANT_BYTES",
            description = "What a node caches for one tenant, at most. Since 1.1.",
            min = "0",
            max = "68719476736")
    long cacheTenantBytes() default 8_388_608;
}
