package io.plexica.identity.keycloak.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(
        name = "Keycloak",
        description = "The identity server: where it is and how the platform talks to it",
        pid = KeycloakConfig.PID)
@interface KeycloakConfig {

    String PID = "io.plexica.identity.keycloak";

    @AttributeDefinition(
            name = "PLEXICA_KEYCLOAK_URL",
            description = "Address of Keycloak for the platform; empty for the embedded one. Since 1.1.")
    String url() default "";

    @AttributeDefinition(
            name = "PLEXICA_KEYCLOAK_PUBLIC_URL",
            description =
                    "Address of Keycloak for browsers, with which the issuers of its tokens begin; empty when it is"
                            + " the same as PLEXICA_KEYCLOAK_URL. Since 1.1.")
    String publicUrl() default "";

    @AttributeDefinition(
            name = "PLEXICA_KEYCLOAK_ADMIN_USER",
            description =
                    "Administrator of Keycloak's realm master; the password is the secret KEYCLOAK_ADMIN_PASSWORD."
                            + " Since 1.1.")
    String adminUser() default "admin";

    @AttributeDefinition(
            name = "PLEXICA_KEYCLOAK_CONNECT_TIMEOUT_MS",
            description = "How long to wait for a connection to Keycloak, in milliseconds. Since 1.1.",
            min = "100",
            max = "30000")
    int connectTimeoutMs() default 2000;

    @AttributeDefinition(
            name = "PLEXICA_KEYCLOAK_REQUEST_TIMEOUT_MS",
            description = "How long to wait for Keycloak's whole answer to a sign-in, in milliseconds. Since 1.1.",
            min = "500",
            max = "60000")
    int requestTimeoutMs() default 5000;

    @AttributeDefinition(
            name = "PLEXICA_KEYCLOAK_ADMIN_TIMEOUT_MS",
            description =
                    "How long to wait while Keycloak makes or removes a realm or a user, in milliseconds. Since 1.1.",
            min = "500",
            max = "300000")
    int adminTimeoutMs() default 30000;

    @AttributeDefinition(
            name = "PLEXICA_KEYCLOAK_LOGIN_THEME",
            description = "Theme of the login pages of new realms, used when Keycloak has it; empty for Keycloak's own."
                    + " Since 1.1.")
    String loginTheme() default "plexica";

    @AttributeDefinition(
            name = "PLEXICA_PUBLIC_URL",
            description =
                    "The platform's address for browsers; logins may lead back to it and nowhere else. Since 1.1.")
    String platformUrl() default "http://localhost:${PLEXICA_HTTP_PORT}";
}
