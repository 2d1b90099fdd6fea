package io.plexica.data.internal.migrate;

import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Where migrations run.
 *
 * @param source opens connections with the login that runs them
 * @param owner the role that the login takes first; null for the login itself
 * @param schema the schema
 * @param history the table that keeps what has run
 * @param user the role that works with the tables, and must not touch the history
 */
public record MigrationTarget(DataSource source, @Nullable String owner, String schema, String history, String user) {}
