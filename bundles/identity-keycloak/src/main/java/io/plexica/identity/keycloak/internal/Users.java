package io.plexica.identity.keycloak.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.net.URLEncoder;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The users of realms. Safe for all threads. */
final class Users {

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;

    private final AdminApi admin;

    Users(AdminApi admin) {
        this.admin = admin;
    }

    /** Creates a user or finds the one with this address, whose password then stays as it is. */
    UUID ensure(
            String realm,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String password) {
        Reply reply = admin.post("/" + realm + "/users", user(email, firstName, lastName, password));
        if (reply.status() == CONFLICT) {
            return find(realm, email);
        }
        if (reply.status() == BAD_REQUEST) {
            throw invalid(reply.json());
        }
        AdminApi.demand(reply, "create a user in " + realm);
        String location = String.valueOf(reply.location());
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    /** Gives a user a role of the realm; once is enough. */
    void grant(String realm, UUID user, String role) {
        JsonNode found = AdminApi.demand(admin.get("/" + realm + "/roles/" + role), "show a role of " + realm)
                .json();
        String path = "/" + realm + "/users/" + user + "/role-mappings/realm";
        AdminApi.demand(admin.post(path, List.of(found)), "give a user a role in " + realm);
    }

    private UUID find(String realm, String email) {
        String query = "?exact=true&briefRepresentation=true&email=" + URLEncoder.encode(email, UTF_8);
        JsonNode found = AdminApi.demand(admin.get("/" + realm + "/users" + query), "find a user in " + realm)
                .json()
                .path(0)
                .path("id");
        if (found.isMissingNode()) {
            throw new PlexicaException(
                    ErrorCode.CONFLICT, "user-taken: Keycloak knows another user by this address in realm " + realm);
        }
        return UUID.fromString(found.asText());
    }

    private static UserRepresentation user(
            String email, @Nullable String firstName, @Nullable String lastName, @Nullable String password) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(email);
        user.setEmail(email);
        user.setEmailVerified(true);
        user.setEnabled(true);
        user.setFirstName(firstName);
        user.setLastName(lastName);
        if (password == null) {
            user.setRequiredActions(List.of("UPDATE_PASSWORD"));
        } else {
            user.setCredentials(List.of(credential(password)));
        }
        return user;
    }

    private static CredentialRepresentation credential(String password) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(false);
        return credential;
    }

    private static PlexicaException invalid(JsonNode problem) {
        JsonNode first = problem.path("errors").path(0).isMissingNode()
                ? problem
                : problem.path("errors").path(0);
        String field = first.path("field").asText();
        return PlexicaException.validation(new FieldError(
                field.isEmpty() ? "" : "/" + field,
                "was refused by the identity server: "
                        + first.path("errorMessage").asText("not valid")));
    }
}
