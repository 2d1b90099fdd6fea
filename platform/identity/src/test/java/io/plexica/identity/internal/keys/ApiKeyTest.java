package io.plexica.identity.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.identity.internal.keys.ApiKeyBodies.Draft;
import io.plexica.identity.internal.keys.ApiKeyBodies.Shown;
import io.plexica.identity.internal.keys.ApiKeyService.Made;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.identity.TokenAuthenticator.Identity;
import io.plexica.spi.web.IfMatch;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What people do with API keys. */
class ApiKeyTest extends ApiKeyCase {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theSecretIsNowhere() {
        Made made = make("ci", "crm:contacts:read");
        String row = fixture.tokens.database.text("SELECT k::text FROM core.api_keys k");

        assertThat(row).doesNotContain(made.text().secret());
        assertThat(made.toString()).doesNotContain(made.text().secret());
    }

    @Test
    void nobodyGivesAKeyWhatTheyDoNotHaveNorGetsHoldOfOne() throws Exception {
        Made made = make("ci", "crm:contacts:write");
        Set<String> little = Set.of("crm:contacts:read");

        assertThatThrownBy(() -> fixture.as(
                        little,
                        () -> fixture.service.create(
                                "acme", draft("mine", null, "crm:contacts:*", "crm:contacts:read"))))
                .isInstanceOfSatisfying(PlexicaException.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
                    assertThat(e.extensions().get("requiredPermissions")).isEqualTo(Set.of("crm:contacts:*"));
                });
        fails(
                ErrorCode.PERMISSION_DENIED,
                () -> fixture.as(
                        little, () -> fixture.service.rotate("acme", made.key().id(), null, IfMatch.ANY)));
        var patch = JSON.readTree("{\"name\":\"mine\"}");
        fails(
                ErrorCode.PERMISSION_DENIED,
                () -> fixture.as(
                        little, () -> fixture.service.edit("acme", made.key().id(), patch, IfMatch.ANY)));
    }

    @Test
    void refusalsGoOnRecord() throws Exception {
        Made made = make("ci", "crm:contacts:write");
        UUID id = made.key().id();
        Set<String> little = Set.of("crm:contacts:read");
        var patch = JSON.readTree("{\"name\":\"mine\"}");
        fails(
                ErrorCode.PERMISSION_DENIED,
                () -> fixture.as(little, () -> fixture.service.create("acme", draft("mine", null, "crm:*"))));
        fails(
                ErrorCode.PERMISSION_DENIED,
                () -> fixture.as(little, () -> fixture.service.rotate("acme", id, null, IfMatch.ANY)));
        fails(
                ErrorCode.PERMISSION_DENIED,
                () -> fixture.as(little, () -> fixture.service.edit("acme", id, patch, IfMatch.ANY)));
        fails(ErrorCode.CONFLICT, () -> make("CI", "crm:contacts:read"));

        assertThat(fixture.audit.rows)
                .filteredOn(row -> row.endsWith("failed"))
                .containsExactly(
                        "acme core.api-key.created mine failed",
                        "acme core.api-key.rotated " + id + " failed",
                        "acme core.api-key.changed " + id + " failed",
                        "acme core.api-key.created CI failed");
    }

    @Test
    void aSuperAdminGivesATenantsKeysNothingOfPlugins() throws Exception {
        Made foreign = make("ci", "crm:contacts:read");
        Principal root = new Principal(UUID.randomUUID(), "root@plexica.test", null, null, true);
        Set<String> core = Set.of("core:*");

        for (String beyond : new String[] {"crm:contacts:read", "*:users:read"}) {
            assertThatThrownBy(() -> fixture.as(
                            root,
                            core,
                            () -> fixture.service.create("acme", draft("mine", null, "core:users:read", beyond))))
                    .isInstanceOfSatisfying(PlexicaException.class, e -> {
                        assertThat(e.code()).isEqualTo(ErrorCode.PERMISSION_DENIED);
                        assertThat(e.extensions().get("requiredPermissions"))
                                .asString()
                                .isEqualTo("[" + beyond + "]");
                    });
        }
        UUID id = foreign.key().id();
        fails(
                ErrorCode.PERMISSION_DENIED,
                () -> fixture.as(root, core, () -> fixture.service.rotate("acme", id, null, IfMatch.ANY)));
        var patch = JSON.readTree("{\"name\":\"mine\"}");
        fails(
                ErrorCode.PERMISSION_DENIED,
                () -> fixture.as(root, core, () -> fixture.service.edit("acme", id, patch, IfMatch.ANY)));

        Made own = fixture.as(root, core, () -> fixture.service.create("acme", draft("own", null, "core:users:*")));
        fixture.as(root, core, () -> fixture.service.rotate("acme", own.key().id(), null, IfMatch.ANY));
        fixture.as(Principal.SYSTEM, core, () -> fixture.service.rotate("acme", id, null, IfMatch.ANY));
    }

    @Test
    void aKeyMakesNoKeys() {
        Made made = make("ci", "crm:contacts:read");
        Principal machine =
                fixture.authenticator.authenticate(made.text().whole()).principal();

        fails(
                ErrorCode.PERMISSION_DENIED,
                () -> fixture.as(
                        machine,
                        MUCH,
                        () -> fixture.service.create("acme", draft("child", null, "crm:contacts:read"))));
        fails(
                ErrorCode.PERMISSION_DENIED,
                () -> fixture.as(
                        machine,
                        MUCH,
                        () -> fixture.service.rotate("acme", made.key().id(), null, IfMatch.ANY)));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        Draft wrong = new Draft(
                " ", Arrays.asList("*", "*:*", "crm", "crm:con*:read", null, "crm:contacts:read"), Instant.EPOCH);

        assertThatThrownBy(() -> fixture.as(MUCH, () -> fixture.service.create("acme", wrong)))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting("pointer")
                                .containsExactly(
                                        "/name",
                                        "/permissions/0",
                                        "/permissions/1",
                                        "/permissions/2",
                                        "/permissions/3",
                                        "/permissions/4",
                                        "/expiresAt"));
        assertThatThrownBy(() -> fixture.as(MUCH, () -> fixture.service.create("acme", null)))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors()).extracting("pointer").containsExactly("/name", "/permissions"));
    }

    @Test
    void namesAreTakenOnceAndThereIsAnEndOfKeys() {
        make("one", "crm:contacts:read");
        fails(ErrorCode.CONFLICT, () -> make("ONE", "crm:contacts:read"));
        make("two", "crm:contacts:read");
        make("three", "crm:contacts:read");

        assertThatThrownBy(() -> make("four", "crm:contacts:read")).hasMessageContaining("too-many");
    }

    @Test
    void whatIsPatchedHoldsAndWhatIsNotStays() throws Exception {
        Made made = make("ci", "crm:contacts:read");
        fixture.authenticator.authenticate(made.text().whole());
        var patch = JSON.readTree("{\"permissions\":[\"crm:deals:read\"],\"expiresAt\":\"2999-01-01T00:00:00Z\"}");

        ApiKey changed =
                fixture.as(MUCH, () -> fixture.service.edit("acme", made.key().id(), patch, IfMatch.of("\"1\"")));

        assertThat(changed.name()).isEqualTo("ci");
        assertThat(changed.expiresAt()).isEqualTo("2999-01-01T00:00:00Z");
        assertThat(fixture.authenticator.authenticate(made.text().whole()).scope())
                .containsExactly("crm:deals:read");
        fails(
                ErrorCode.PRECONDITION_FAILED,
                () -> fixture.as(
                        MUCH, () -> fixture.service.edit("acme", made.key().id(), patch, IfMatch.of("\"1\""))));
        var unknown = JSON.readTree("{\"secret\":\"mine\",\"name\":7}");
        assertThatThrownBy(() -> fixture.as(
                        MUCH, () -> fixture.service.edit("acme", made.key().id(), unknown, IfMatch.ANY)))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors()).extracting("pointer").contains("/secret", "/name"));
    }

    @Test
    void keysOfOthersDoNotExist() {
        Made made = make("ci", "crm:contacts:read");

        fails(
                ErrorCode.NOT_FOUND,
                () -> fixture.service.get("globex", made.key().id()));
        fails(ErrorCode.NOT_FOUND, () -> fixture.service.get(null, made.key().id()));
        fails(
                ErrorCode.NOT_FOUND,
                () -> fixture.as(MUCH, () -> {
                    fixture.service.revoke("globex", made.key().id(), IfMatch.ANY);
                    return made;
                }));
        assertThat(fixture.service.list("globex", new PageQuery()).items()).isEmpty();
        assertThat(fixture.service
                        .list("acme", new PageQuery(null, null, "-createdAt", "C"))
                        .items())
                .extracting(Shown::name)
                .containsExactly("ci");
    }

    @Test
    void thePlatformsOwnKeysHaveNoTenantAndCoreRightsAlone() {
        Principal root = new Principal(UUID.randomUUID(), "root@plexica.test", null, null, true);
        Set<String> core = Set.of("core:*");

        Made made =
                fixture.as(root, core, () -> fixture.service.create(null, draft("scrape", null, "core:health:read")));

        Identity identity = fixture.authenticator.authenticate(made.text().whole());
        assertThat(identity.tenant()).isNull();
        assertThat(identity.scope()).containsExactly("core:health:read");
        assertThat(identity.principal().superAdmin()).isFalse();
        fails(
                ErrorCode.VALIDATION_FAILED,
                () -> fixture.as(
                        root, core, () -> fixture.service.create(null, draft("x", null, "crm:contacts:read"))));
    }
}
