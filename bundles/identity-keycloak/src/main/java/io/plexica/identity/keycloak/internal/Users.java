package io.plexica.identity.keycloak.internal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.identity.IdentityProvider.Created;
import io.plexica.spi.identity.IdentityProvider.UserState;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The users of realms. Every call is idempotent. Safe for all threads. */
final class Users {

    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final AdminApi admin;

    /** For what somebody waits for and is repeated if it fails: less patient. */
    private final AdminApi brisk;

    Users(AdminApi admin, AdminApi brisk) {
        this.admin = admin;
        this.brisk = brisk;
    }

    /** Creates a user or finds the one with this address, who then stays as they are. */
    Created create(String realm, UserState wanted, @Nullable String password) {
        UserRepresentation user = user(wanted);
        if (password != null) {
            user.setCredentials(List.of(credential(password)));
        }
        KeycloakReply reply = admin.post(path(realm), user);
        if (reply.status() == CONFLICT) {
            return new Created(find(realm, wanted.email()).orElseThrow(() -> taken(wanted.email())), false);
        }
        demand(reply, "create a user in " + realm, wanted.email());
        String location = String.valueOf(reply.location());
        return new Created(UUID.fromString(location.substring(location.lastIndexOf('/') + 1)), true);
    }

    /** Keycloak keeps the ids of an import, as it does of no other creation; all of it is there, or nothing. */
    void importAll(String realm, Map<UUID, UserState> users) {
        PartialImportRepresentation wanted = new PartialImportRepresentation();
        wanted.setIfResourceExists(PartialImportRepresentation.Policy.FAIL.name());
        wanted.setUsers(users.entrySet().stream()
                .map(entry -> imported(realm, entry.getKey(), entry.getValue()))
                .toList());
        KeycloakReply reply = admin.post("/" + realm + "/partialImport", wanted);
        if (!reply.isOk()) {
            throw PlexicaException.conflict(
                    "user-taken",
                    "the identity server does not take the people of " + realm + " (status " + reply.status()
                            + "): some of their ids or addresses are somebody's there already, in this realm or another");
        }
    }

    private static UserRepresentation imported(String realm, UUID id, UserState wanted) {
        UserRepresentation user = user(wanted);
        user.setId(id.toString());
        List<String> roles = new ArrayList<>(List.of("default-roles-" + realm));
        if (wanted.admin()) {
            roles.add(RealmTemplate.ADMIN_ROLE);
        }
        user.setRealmRoles(roles);
        return user;
    }

    private Optional<UUID> find(String realm, String email) {
        String query = "?exact=true&briefRepresentation=true&email=" + URLEncoder.encode(email, UTF_8);
        KeycloakReply reply = brisk.get(path(realm) + query);
        JsonNode found =
                AdminApi.demand(reply, "find a user in " + realm).json().path(0).path("id");
        return found.isMissingNode() ? Optional.empty() : Optional.of(UUID.fromString(found.asText()));
    }

    void update(String realm, UUID id, UserState wanted) {
        demand(brisk.put(path(realm, id), user(wanted)), "change a user in " + realm, wanted.email());
        if (!wanted.enabled()) {
            endSessions(realm, id);
        }
    }

    void setPassword(String realm, UUID id, String password) {
        KeycloakReply reply = admin.put(path(realm, id) + "/reset-password", credential(password));
        if (reply.status() == BAD_REQUEST) {
            throw PlexicaException.validation(new FieldError(
                    "/password",
                    "was refused by the identity server: "
                            + reply.json().path("error_description").asText("choose another one")));
        }
        demand(reply, "set a password in " + realm, "");
        AdminApi.demand(
                admin.delete("/" + realm + "/attack-detection/brute-force/users/" + id), "forgive failed logins");
    }

    void endSessions(String realm, UUID id) {
        KeycloakReply reply = brisk.post(path(realm, id) + "/logout", Map.of());
        if (reply.status() != NOT_FOUND) {
            AdminApi.demand(reply, "end a user's sessions in " + realm);
        }
    }

    void delete(String realm, UUID id) {
        KeycloakReply reply = brisk.delete(path(realm, id));
        if (reply.status() != NOT_FOUND) {
            AdminApi.demand(reply, "remove a user from " + realm);
        }
    }

    private static void demand(KeycloakReply reply, String what, String email) {
        switch (reply.status()) {
            case NOT_FOUND:
                throw PlexicaException.notFound("The identity server does not know this user");
            case CONFLICT:
                throw taken(email);
            case BAD_REQUEST:
                throw invalid(reply.json());
            default:
                AdminApi.demand(reply, what);
        }
    }

    static String path(String realm, UUID id) {
        return path(realm) + "/" + id;
    }

    private static String path(String realm) {
        return "/" + realm + "/users";
    }

    /** Keycloak leaves what is absent as it is, so that a name is taken away by an empty one. */
    private static UserRepresentation user(UserState wanted) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(wanted.email());
        user.setEmail(wanted.email());
        user.setEmailVerified(true);
        user.setEnabled(wanted.enabled());
        user.setFirstName(wanted.firstName() == null ? "" : wanted.firstName());
        user.setLastName(wanted.lastName() == null ? "" : wanted.lastName());
        return user;
    }

    private static CredentialRepresentation credential(String password) {
        CredentialRepresentation credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(false);
        return credential;
    }

    private static PlexicaException taken(String email) {
        return PlexicaException.conflict(
                "user-taken", "the identity server knows another user by the address " + email);
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
