package io.plexica.data.internal.migrate;

/**
 * A migration.
 *
 * @param name such as {@code V1__contacts.sql}
 * @param sql its text
 */
public record MigrationFile(String name, String sql) {}
