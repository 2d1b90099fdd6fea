package io.plexica.configuration.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which credentials must be given. With servers of its own the platform makes them; with anybody else's there are no
 * defaults, and it does not start without.
 */
final class RequiredCredentials {

    private RequiredCredentials() {}

    /** What is missing; empty when all is there. */
    static List<String> missing(Sources sources) {
        List<String> missing = new ArrayList<>();
        boolean ownDatabase = sources.of("PLEXICA_DB_URL").isEmpty();
        boolean ownIdentityServer = sources.of("PLEXICA_KEYCLOAK_URL").isEmpty();
        if (!ownDatabase) {
            demand("PLEXICA_DB_URL", "DB_PASSWORD", sources, missing);
            demand("PLEXICA_DB_URL", "DB_ADMIN_PASSWORD", sources, missing);
            demand("PLEXICA_DB_URL", "DB_MIGRATOR_PASSWORD", sources, missing);
        }
        if (!ownIdentityServer) {
            demand("PLEXICA_KEYCLOAK_URL", "KEYCLOAK_ADMIN_PASSWORD", sources, missing);
        }
        boolean demo =
                ownDatabase && ownIdentityServer && sources.of("PLEXICA_DEMO").equals("true");
        if (!sources.of("PLEXICA_SUPER_ADMIN_EMAIL").isEmpty()) {
            demand("PLEXICA_SUPER_ADMIN_EMAIL", "SUPER_ADMIN_PASSWORD", sources, missing);
        } else if (!demo) {
            missing.add(
                    "PLEXICA_SUPER_ADMIN_EMAIL is not set; without the demo tenants there is no super admin until it"
                            + " names one");
        }
        return missing;
    }

    private static void demand(String because, String secret, Sources sources, List<String> missing) {
        String variable = OtherVariable.PREFIX + secret;
        Map<String, String> environment = sources.environment();
        if (environment.getOrDefault(variable, "").isEmpty()
                && environment
                        .getOrDefault(variable + OtherVariable.FILE_SUFFIX, "")
                        .isBlank()) {
            missing.add(variable + " is not set, nor " + variable + OtherVariable.FILE_SUFFIX + "; " + because
                    + " is, and it needs one of them");
        }
    }
}
