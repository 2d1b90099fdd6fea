package io.plexica.data.internal.schema;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What is known of a plugin's entities, and of workspaces, when its tables are migrated.
 *
 * @param scoped after a plugin's class loader, the tables whose rows belong to workspaces; empty when nobody knows
 * @param columns after a plugin's class loader, the columns of its entities by their tables; empty when nobody knows
 * @param defaults after a tenant's slug, its default workspace; empty when nobody knows
 */
public record EntityFacts(
        Function<ClassLoader, Optional<Set<String>>> scoped,
        Function<ClassLoader, Optional<Map<String, Set<String>>>> columns,
        Function<String, Optional<UUID>> defaults) {

    Optional<Set<String>> scoped(ClassLoader loader) {
        return scoped.apply(loader);
    }

    Map<String, Set<String>> columns(ClassLoader loader) {
        return columns.apply(loader).orElse(Map.of());
    }

    Optional<UUID> defaultOf(String slug) {
        return defaults.apply(slug);
    }
}
