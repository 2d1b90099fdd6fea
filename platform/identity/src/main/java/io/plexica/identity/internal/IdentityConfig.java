package io.plexica.identity.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

@ObjectClassDefinition(name = "Identity", description = "Tokens, sign-in and users", pid = IdentityConfig.PID)
@interface IdentityConfig {

    String PID = "io.plexica.identity";

    @AttributeDefinition(
            name = "PLEXICA_TOKEN_ALGORITHMS",
            description = "The signature algorithms that tokens may use, separated by commas; only asymmetric ones are"
                    + " possible. Since 1.1.")
    String tokenAlgorithms() default "RS256,RS384,RS512,PS256,PS384,PS512,ES256,ES384,ES512";

    @AttributeDefinition(
            name = "PLEXICA_TOKEN_MAX_BYTES",
            description = "The longest token that is looked at. Since 1.1.",
            min = "1024",
            max = "16384")
    int tokenMaxBytes() default 8192;

    @AttributeDefinition(
            name = "PLEXICA_TOKEN_LEEWAY_SECONDS",
            description = "How far the clocks of the platform and the identity server may differ. Since 1.1.",
            min = "0",
            max = "300")
    int tokenLeewaySeconds() default 30;

    @AttributeDefinition(
            name = "PLEXICA_TOKEN_CACHE_MB",
            description = "How much text of verified tokens is kept in memory, in megabytes. Since 1.1.",
            min = "1",
            max = "1024")
    int tokenCacheMb() default 16;

    @AttributeDefinition(
            name = "PLEXICA_KEYS_CACHE_SECONDS",
            description = "After how long the keys of a realm are read again. Since 1.1.",
            min = "10",
            max = "86400")
    int keysCacheSeconds() default 600;

    @AttributeDefinition(
            name = "PLEXICA_KEYS_REFETCH_SECONDS",
            description = "How often at most an unknown key makes the platform read a realm's keys again. Since 1.1.",
            min = "1",
            max = "600")
    int keysRefetchSeconds() default 10;

    @AttributeDefinition(
            name = "PLEXICA_LOGIN_FAILURES_PER_USER",
            description = "How many failed logins a user may have in a minute. Since 1.1.",
            min = "1",
            max = "100000")
    int loginFailuresPerUser() default 20;

    @AttributeDefinition(
            name = "PLEXICA_LOGIN_FAILURES_PER_ADDRESS",
            description = "How many failed logins may come from one address in a minute. Since 1.1.",
            min = "1",
            max = "100000")
    int loginFailuresPerAddress() default 200;

    @AttributeDefinition(
            name = "PLEXICA_API_KEYS_MAX",
            description = "How many API keys a tenant, and the platform itself, may have. Since 1.1.",
            min = "1",
            max = "100000")
    int apiKeysMax() default 100;

    @AttributeDefinition(
            name = "PLEXICA_SUPER_ADMIN_EMAIL",
            description =
                    "A super admin who is created at the start unless there is one by this address; the password is"
                            + " the secret SUPER_ADMIN_PASSWORD. Empty for none. Since 1.1.")
    String superAdminEmail() default "";

    @AttributeDefinition(
            name = "PLEXICA_INVITATION_DAYS",
            description = "How many days an invitation can be accepted. Since 1.1.",
            min = "1",
            max = "90")
    int invitationDays() default 7;

    @AttributeDefinition(
            name = "PLEXICA_PASSWORD_RESET_HOURS",
            description = "How many hours the link of a password reset can be used. Since 1.1.",
            min = "1",
            max = "168")
    int passwordResetHours() default 24;

    @AttributeDefinition(
            name = "PLEXICA_PUBLIC_URL",
            description = "The platform's address for browsers, with which links in mails begin. Since 1.1.")
    String publicUrl() default "http://localhost:${PLEXICA_HTTP_PORT}";
}
