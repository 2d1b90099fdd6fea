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
            description =
                    "Theme of the login pages, used when Keycloak has it; empty for Keycloak's own." + " Since 1.1.")
    String loginTheme() default "plexica";

    @AttributeDefinition(
            name = "PLEXICA_PUBLIC_URL",
            description =
                    "The platform's address for browsers; logins may lead back to it and nowhere else. Since 1.1.")
    String platformUrl() default "http://localhost:${PLEXICA_HTTP_PORT}";

    @AttributeDefinition(
            name = "PLEXICA_DEV",
            description =
                    "Development mode: logins may also lead back to the console's development servers, on this machine's"
                            + " ports 5173 and 5174. Since 1.1.")
    boolean dev() default false;

    @AttributeDefinition(
            name = "PLEXICA_INTERNAL_URL",
            description = "Where Keycloak reaches the platform to tell that a session has ended. Since 1.1.")
    String internalUrl() default "http://127.0.0.1:${PLEXICA_HTTP_PORT}";

    @AttributeDefinition(
            name = "PLEXICA_SMTP_HOST",
            description = "The mail server; empty for none. Keycloak sends its own mails, such as for a forgotten"
                    + " password, through it too. Since 1.1.")
    String smtpHost() default "";

    @AttributeDefinition(
            name = "PLEXICA_SMTP_PORT",
            description = "The mail server's port. Since 1.1.",
            min = "1",
            max = "65535")
    int smtpPort() default 587;

    @AttributeDefinition(
            name = "PLEXICA_SMTP_USER",
            description =
                    "Who signs in at the mail server, with the secret SMTP_PASSWORD; empty for nobody. Since 1.1.")
    String smtpUser() default "";

    @AttributeDefinition(name = "PLEXICA_SMTP_FROM", description = "The sender of mails. Since 1.1.")
    String smtpFrom() default "";

    @AttributeDefinition(
            name = "PLEXICA_SMTP_TLS",
            description = "How mails are encrypted on their way: none, starttls or tls. Since 1.1.")
    String smtpTls() default "starttls";
}
