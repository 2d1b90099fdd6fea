package io.plexica.identity.keycloak.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.identity.IdentityProvider.Created;
import io.plexica.spi.identity.IdentityProvider.Tokens;
import io.plexica.spi.identity.IdentityProvider.UserState;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Users become what is wanted of them, against the real Keycloak; each test has a realm of its own. */
class KeycloakUsersTest extends KeycloakCase {

    @Test
    void badAddressesAreRefusedAsSuch() {
        String realm = realm("address");

        assertThatThrownBy(() -> create(realm, "no address", null, null, PASSWORD, false))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_FAILED));
    }

    @Test
    void aUserBecomesAsWantedAgainAndAgain() throws Exception {
        String realm = realm("wanted");
        UUID id = create(realm, "ada@wanted.test", "Ada", "Byron", PASSWORD, false);
        Tokens before = provider.login(realm, "ada@wanted.test", PASSWORD);

        UserState wanted = new UserState("lovelace@wanted.test", "Ada", null, true, true);
        provider.updateUser(realm, id, wanted);
        provider.updateUser(realm, id, wanted);

        Tokens after = provider.login(realm, "lovelace@wanted.test", PASSWORD);
        JsonNode claims = claims(after.accessToken());
        assertThat(claims.path("sub").asText()).isEqualTo(id.toString());
        assertThat(claims.path("email").asText()).isEqualTo("lovelace@wanted.test");
        assertThat(claims.path("family_name").isMissingNode()).isTrue();
        assertThat(claims.path("realm_access").path("roles").toString()).contains("tenant_admin");
        refused(() -> provider.login(realm, "ada@wanted.test", PASSWORD));
        assertThat(provider.refresh(realm, before.refreshToken()).accessToken()).isNotEmpty();

        provider.updateUser(realm, id, new UserState("lovelace@wanted.test", "Ada", "King", false, false));
        refused(() -> provider.login(realm, "lovelace@wanted.test", PASSWORD));
        refused(() -> provider.refresh(realm, before.refreshToken()));

        provider.updateUser(realm, id, new UserState("lovelace@wanted.test", "Ada", "King", true, false));
        JsonNode last =
                claims(provider.login(realm, "lovelace@wanted.test", PASSWORD).accessToken());
        assertThat(last.path("family_name").asText()).isEqualTo("King");
        assertThat(last.path("realm_access").path("roles").toString()).doesNotContain("tenant_admin");
    }

    @Test
    void whatCannotBeIsRefusedInWords() {
        String realm = realm("cannot");
        create(realm, "taken@cannot.test", null, null, PASSWORD, false);
        UUID id = create(realm, "ada@cannot.test", null, null, PASSWORD, false);

        coded(
                ErrorCode.CONFLICT,
                () -> provider.updateUser(realm, id, new UserState("taken@cannot.test", null, null, true, false)));
        coded(
                ErrorCode.VALIDATION_FAILED,
                () -> provider.updateUser(realm, id, new UserState("ada@cannot.test", "<b>", null, true, false)));
        coded(
                ErrorCode.NOT_FOUND,
                () -> provider.updateUser(
                        realm, UUID.randomUUID(), new UserState("eve@cannot.test", null, null, true, false)));
        coded(ErrorCode.NOT_FOUND, () -> provider.setPassword(realm, UUID.randomUUID(), PASSWORD));
    }

    @Test
    void aPasswordIsSetForWhoHadNone() {
        String realm = realm("invited");
        UserState wanted = new UserState("ada@invited.test", null, null, false, false);
        Created created = provider.createUser(realm, wanted, null);
        assertThat(created.isNew()).isTrue();
        assertThat(provider.createUser(realm, wanted, null)).isEqualTo(new Created(created.id(), false));

        provider.setPassword(realm, created.id(), PASSWORD);
        refused(() -> provider.login(realm, "ada@invited.test", PASSWORD));
        provider.updateUser(realm, created.id(), new UserState("ada@invited.test", null, null, true, false));

        assertThat(provider.login(realm, "ada@invited.test", PASSWORD).expiresIn())
                .isPositive();
    }

    @Test
    void sessionsAndUsersEndOnceAndForAll() {
        String realm = realm("ends");
        UUID id = create(realm, "ada@ends.test", null, null, PASSWORD, false);
        Tokens tokens = provider.login(realm, "ada@ends.test", PASSWORD);

        provider.endSessions(realm, id);
        refused(() -> provider.refresh(realm, tokens.refreshToken()));

        provider.deleteUser(realm, id);
        provider.deleteUser(realm, id);
        provider.endSessions(realm, id);
        refused(() -> provider.login(realm, "ada@ends.test", PASSWORD));
    }
}
