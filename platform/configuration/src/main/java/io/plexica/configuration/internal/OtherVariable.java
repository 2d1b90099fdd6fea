package io.plexica.configuration.internal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The variables that are no setting of a room: secrets, and what the scripts read before there is a platform. */
enum OtherVariable {
    HOME(
            "Folder of everything that lives: data, logs, credentials, `deploy/`. Since 1.1.",
            "`.plexica` beside the script"),
    JAVA_OPTS("Memory and other options of the platform's Java. Since 1.1.", "`-Xms128m -Xmx1g`"),
    UP_TIMEOUT("Seconds that `./plexica up` waits for each part of a start. Since 1.1.", "`300`"),
    CACHE_PASSWORD(true, "Password of the login at Redis, `PLEXICA_CACHE_USER`. Since 1.1."),
    DB_PASSWORD(true, "Password of the pool's login, `PLEXICA_DB_USER`. Since 1.1."),
    DB_ADMIN_PASSWORD(true, "Password of the login that owns schemas, `PLEXICA_DB_ADMIN_USER`. Since 1.1."),
    DB_MIGRATOR_PASSWORD(true, "Password of the login for plugins' migrations, `PLEXICA_DB_MIGRATOR_USER`. Since 1.1."),
    ENCRYPTION_KEY(
            true,
            "Key by which plugins' secrets are kept encrypted: a text of 24 characters or more, as random as can be."
                    + " Since 1.1.",
            "made once by the embedded servers"),
    ENCRYPTION_KEY_OLD(
            true,
            "Keys by which plugins' secrets were encrypted before, one a line, until `plugin:reencrypt` has sealed all of them"
                    + " anew. Since 1.1."),
    KEYCLOAK_ADMIN_PASSWORD(true, "Password of `PLEXICA_KEYCLOAK_ADMIN_USER`. Since 1.1."),
    OPENSEARCH_PASSWORD(true, "Password of the login at the OpenSearch server, `PLEXICA_OPENSEARCH_USER`. Since 1.1."),
    OTLP_HEADERS(
            true,
            "Headers that go along with traces to `PLEXICA_OTLP_ENDPOINT`, such as a key: name=value, several with commas"
                    + " between them. Since 1.1."),
    S3_SECRET_KEY(true, "Password of the login at the S3 server, `PLEXICA_S3_ACCESS_KEY`. Since 1.1."),
    SMTP_PASSWORD(true, "Password of the login at the mail server, `PLEXICA_SMTP_USER`. Since 1.1."),
    SUPER_ADMIN_PASSWORD(true, "Password of the first super admin, `PLEXICA_SUPER_ADMIN_EMAIL`. Since 1.1.");

    static final String PREFIX = "PLEXICA_";
    static final String FILE_SUFFIX = "_FILE";

    private final boolean secret;
    private final String description;
    private final String defaultText;

    OtherVariable(String description, String defaultText) {
        this(false, description, defaultText);
    }

    OtherVariable(boolean secret, String description) {
        this(secret, description, "");
    }

    OtherVariable(boolean secret, String description, String defaultText) {
        this.secret = secret;
        this.description = description;
        this.defaultText = defaultText;
    }

    /** The environment variable. */
    String variable() {
        return PREFIX + name();
    }

    /** Whether its value must never be shown, and may come from a file. */
    boolean secret() {
        return secret;
    }

    /** A sentence for people. */
    String description() {
        return description;
    }

    /** What holds where nothing is set; empty for nothing. */
    String defaultText() {
        return defaultText;
    }

    /** The secret of this name, such as {@code DB_PASSWORD}. */
    static Optional<OtherVariable> secret(String name) {
        return Arrays.stream(values())
                .filter(OtherVariable::secret)
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
    }

    /** All names that may stand in the environment. */
    static List<String> variables() {
        return Arrays.stream(values())
                .flatMap(other -> other.secret
                        ? Stream.of(other.variable(), other.variable() + FILE_SUFFIX)
                        : Stream.of(other.variable()))
                .toList();
    }
}
