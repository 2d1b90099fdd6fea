package io.plexica.identity.keycloak.internal;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The theme of login pages. Keycloak takes the name of one it does not have and then complains at every login. */
final class Themes {

    private final AdminApi admin;
    private final String wanted;
    private volatile @Nullable Boolean present;

    Themes(AdminApi admin, String wanted) {
        this.admin = admin;
        this.wanted = wanted.strip();
    }

    /** The wanted theme if the server has it; null for the server's own. */
    @Nullable
    String login() {
        if (wanted.isEmpty()) {
            return null;
        }
        Boolean known = present;
        if (known == null) {
            known = look();
            present = known;
        }
        return known ? wanted : null;
    }

    private boolean look() {
        JsonNode info = AdminApi.demand(admin.serverInfo(), "list its themes").json();
        for (JsonNode theme : info.path("themes").path("login")) {
            if (wanted.equals(theme.path("name").asText())) {
                return true;
            }
        }
        return false;
    }
}
