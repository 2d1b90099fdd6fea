package io.plexica.data.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** The room's settings. The passwords are secrets: {@code DB_PASSWORD}, {@code DB_ADMIN_PASSWORD}, {@code DB_MIGRATOR_PASSWORD}. */
@ObjectClassDefinition(name = "Data", description = "The database and the pool of connections")
@interface DataConfig {

    @AttributeDefinition(
            name = "PLEXICA_DB_URL",
            description = "JDBC address of the database, such as jdbc:postgresql://db:5432/plexica; may lead through"
                    + " PgBouncer in transaction mode. Empty for the embedded database. Since 1.1.")
    String url() default "";

    @AttributeDefinition(
            name = "PLEXICA_DB_DIRECT_URL",
            description = "JDBC address past any pooler, for migrations and for listening. Empty for the same as"
                    + " PLEXICA_DB_URL. Since 1.1.")
    String directUrl() default "";

    @AttributeDefinition(
            name = "PLEXICA_DB_USER",
            description = "Login of the pool; owns nothing and inherits nothing. Since 1.1.")
    String user() default "plexica_pool";

    @AttributeDefinition(
            name = "PLEXICA_DB_ADMIN_USER",
            description = "Login that creates roles and schemas and runs the platform's migrations. Since 1.1.")
    String adminUser() default "plexica_admin";

    @AttributeDefinition(
            name = "PLEXICA_DB_MIGRATOR_USER",
            description = "Login that runs plugins' migrations. Since 1.1.")
    String migratorUser() default "plexica_migrator";

    @AttributeDefinition(
            name = "PLEXICA_DB_POOL_MIN",
            description = "Connections kept open when there is nothing to do. Since 1.1.",
            min = "0",
            max = "500")
    int poolMin() default 10;

    @AttributeDefinition(
            name = "PLEXICA_DB_POOL_MAX",
            description = "Connections open at most. Since 1.1.",
            min = "1",
            max = "500")
    int poolMax() default 50;

    @AttributeDefinition(
            name = "PLEXICA_DB_POOL_TENANT_SHARE",
            description =
                    "How much of PLEXICA_DB_POOL_MAX one tenant may use, in percent, but one connection in any case;"
                            + " 100 for all. Since 1.1.",
            min = "1",
            max = "100")
    int poolTenantShare() default 50;

    @AttributeDefinition(
            name = "PLEXICA_DB_POOL_TENANT_WAIT",
            description =
                    "Milliseconds that work of a tenant which uses its whole share waits before it is refused with"
                            + " rate-limited. Since 1.1.",
            min = "0",
            max = "10000")
    int poolTenantWait() default 1000;

    @AttributeDefinition(
            name = "PLEXICA_DB_DEDICATED_MAX",
            description = "Connections that a tenant with a pool of its own may use on this node. Since 1.1.",
            min = "1",
            max = "100")
    int dedicatedMax() default 10;

    @AttributeDefinition(
            name = "PLEXICA_DB_DEDICATED_LIMIT",
            description = "Connections that PostgreSQL lets the login of such a tenant have, from all nodes together."
                    + " Since 1.1.",
            min = "1",
            max = "1000")
    int dedicatedLimit() default 50;

    @AttributeDefinition(
            name = "PLEXICA_DB_DEDICATED_IDLE",
            description = "Seconds after which such a pool that nobody uses is closed. Since 1.1.",
            min = "10",
            max = "86400")
    int dedicatedIdle() default 300;

    @AttributeDefinition(
            name = "PLEXICA_DB_ACQUIRE_TIMEOUT",
            description = "Seconds that work waits for a free connection before it is refused. Since 1.1.",
            min = "1",
            max = "300")
    int acquireTimeout() default 30;

    @AttributeDefinition(
            name = "PLEXICA_DB_IDLE_TIMEOUT",
            description = "Seconds after which an unused connection beyond PLEXICA_DB_POOL_MIN is closed. Since 1.1.",
            min = "10",
            max = "3600")
    int idleTimeout() default 30;

    @AttributeDefinition(
            name = "PLEXICA_DB_CONNECT_TIMEOUT",
            description = "Seconds that opening a connection may take. Since 1.1.",
            min = "1",
            max = "60")
    int connectTimeout() default 5;

    @AttributeDefinition(
            name = "PLEXICA_DB_STATEMENT_TIMEOUT",
            description = "Seconds that one statement of a unit of work may run before PostgreSQL stops it. Since 1.1.",
            min = "1",
            max = "3600")
    int statementTimeout() default 30;

    @AttributeDefinition(
            name = "PLEXICA_DB_MIGRATION_LOCK_TIMEOUT",
            description = "Seconds that a migration waits for a lock before it fails. Since 1.1.",
            min = "1",
            max = "3600")
    int migrationLockTimeout() default 15;

    @AttributeDefinition(
            name = "PLEXICA_DB_MIGRATION_TIMEOUT",
            description =
                    "Seconds that the pending migrations of one schema may take, all together: of a room, or of a plugin in"
                            + " a tenant. Since 1.1.",
            min = "1",
            max = "86400")
    int migrationTimeout() default 600;

    @AttributeDefinition(
            name = "PLEXICA_DB_MIGRATION_THREADS",
            description = "Tenants whose tables are migrated side by side. Since 1.1.",
            min = "1",
            max = "32")
    int migrationThreads() default 4;

    @AttributeDefinition(
            name = "PLEXICA_EXECUTOR_RUNNING",
            description = "Pieces of work handed over by plugins that run at once, of all plugins together. Since 1.1.",
            min = "1",
            max = "500")
    int executorRunning() default 16;

    @AttributeDefinition(
            name = "PLEXICA_EXECUTOR_THREADS",
            description = "Pieces of work handed over by one plugin version that run at once. Since 1.1.",
            min = "1",
            max = "100")
    int executorThreads() default 4;

    @AttributeDefinition(
            name = "PLEXICA_EXECUTOR_QUEUE",
            description =
                    "Pieces of work handed over by one plugin version that wait for their turn; more are refused with"
                            + " plugin-overloaded. Since 1.1.",
            min = "1",
            max = "100000")
    int executorQueue() default 200;
}
