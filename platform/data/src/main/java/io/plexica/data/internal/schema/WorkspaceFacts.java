package io.plexica.data.internal.schema;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What is known of workspaces when a plugin's tables are migrated.
 *
 * @param tables after a plugin's class loader, the tables whose rows belong to workspaces; empty when nobody knows
 * @param defaults after a tenant's slug, its default workspace; empty when nobody knows
 */
public record WorkspaceFacts(
        Function<ClassLoader, Optional<Set<String>>> tables, Function<String, Optional<UUID>> defaults) {

    Optional<Set<String>> tables(ClassLoader loader) {
        return tables.apply(loader);
    }

    Optional<UUID> defaultOf(String slug) {
        return defaults.apply(slug);
    }
}
