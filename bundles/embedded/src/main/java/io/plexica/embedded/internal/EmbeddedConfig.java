package io.plexica.embedded.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Settings of the servers on this machine. */
@ObjectClassDefinition(
        name = "Embedded servers",
        description = "PostgreSQL and Keycloak on this machine, and the demo tenants",
        pid = EmbeddedConfig.PID)
public @interface EmbeddedConfig {

    /** The configuration that all components here share. */
    String PID = "io.plexica.embedded";

    /** Where everything lives. */
    @AttributeDefinition(
            name = "PLEXICA_HOME",
            description = "Folder of everything that lives: data, logs, credentials, deploy/. Since 1.1.")
    String home() default "";

    /** PostgreSQL's port. */
    @AttributeDefinition(
            name = "PLEXICA_DB_PORT",
            description = "Port of the embedded PostgreSQL, on this machine alone. Since 1.1.",
            min = "1",
            max = "65535")
    int databasePort() default 8132;

    /** Keycloak's port. */
    @AttributeDefinition(
            name = "PLEXICA_KEYCLOAK_PORT",
            description = "Port of the embedded Keycloak, on this machine alone. Since 1.1.",
            min = "1",
            max = "65535")
    int keycloakPort() default 8180;

    /** The database that is used instead. */
    @AttributeDefinition(
            name = "PLEXICA_DB_URL",
            description = "JDBC address of the database. Empty for the embedded one. Since 1.1.")
    String databaseUrl() default "";

    /** The identity server that is used instead. */
    @AttributeDefinition(
            name = "PLEXICA_KEYCLOAK_URL",
            description = "Address of Keycloak for the platform. Empty for the embedded one. Since 1.1.")
    String keycloakUrl() default "";

    /** Keycloak's address for browsers. */
    @AttributeDefinition(
            name = "PLEXICA_KEYCLOAK_PUBLIC_URL",
            description =
                    "Address of Keycloak for browsers; issuers of tokens begin with it. Empty for the embedded one's"
                            + " own, on localhost. Since 1.1.")
    String keycloakPublicUrl() default "";

    /** Keycloak's memory. */
    @AttributeDefinition(
            name = "PLEXICA_KEYCLOAK_HEAP_MB",
            description = "Heap of the embedded Keycloak at most, in MiB. Since 1.1.",
            min = "192",
            max = "65536")
    int keycloakHeapMb() default 384;

    /** The platform's address. */
    @AttributeDefinition(
            name = "PLEXICA_PUBLIC_URL",
            description = "The address by which browsers reach the platform. Since 1.1.")
    String publicUrl() default "http://localhost:${PLEXICA_HTTP_PORT}";

    /** Whether the demo tenants are made. */
    @AttributeDefinition(
            name = "PLEXICA_DEMO",
            description = "Whether the first start with embedded servers creates a super admin and the tenants acme and"
                    + " globex. Since 1.1.")
    boolean demo() default true;
}
