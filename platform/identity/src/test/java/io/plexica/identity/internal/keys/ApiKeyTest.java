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
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.web.IfMatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people do with API keys, and what becomes of calls that bear one. */
class ApiKeyTest {

    private static final Set<String> MUCH = Set.of("crm:*", "core:api-keys:*");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ApiKeyFixture fixture;

    @BeforeEach
    void start() throws Exception {
        fixture = new ApiKeyFixture();
    }

    @AfterEach
    void stop() {
        fixture.tokens.database.down(false);
        fixture.close();
    }

    @Test
    void aKeyTellsItsTenantAndItsScope() {
        Made made = make("ci", "crm:contacts:read", "crm:deals:*");

        Identity identity = fixture.authenticator.authenticate(made.text().whole());

        assertThat(made.text().whole()).matches("plx_[0-9a-f]{32}_[A-Za-z0-9_-]{43}");
        assertThat(identity.principal().id()).isEqualTo(made.key().id());
        assertThat(identity.principal().email()).isEqualTo("api-key:ci");
        assertThat(identity.principal().superAdmin()).isFalse();
        assertThat(identity.tenant())
                .isEqualTo(fixture.tokens.tenants.find("acme").orElseThrow());
        assertThat(identity.scope()).containsExactlyInAnyOrder("crm:contacts:read", "crm:deals:*");
        assertThat(fixture.audit.rows)
                .anyMatch(row -> row.startsWith("acme core.api-key.created") && row.contains("name=ci"));
        assertThat(fixture.audit.rows).noneMatch(row -> row.contains(made.text().secret()));
    }

    @Test
    void theSecretIsNowhere() {
        Made made = make("ci", "crm:contacts:read");
        String row = fixture.tokens.database.text("SELECT k::text FROM core.api_keys k");

        assertThat(row).doesNotContain(made.text().secret());
        assertThat(made.toString()).doesNotContain(made.text().secret());
    }

    @Test
    void aKeyInUseCostsNoDatabase() {
        String key = make("ci", "crm:contacts:read").text().whole();
        fixture.authenticator.authenticate(key);
        fixture.tokens.database.down(true);

        IntStream.range(0, 100).forEach(i -> fixture.authenticator.authenticate(key));
    }

    @Test
    void whileNothingIsHeardTheDatabaseIsAsked() {
        String key = make("ci", "crm:contacts:read").text().whole();
        fixture.authenticator.authenticate(key);
        fixture.tokens.signals.deaf = true;
        fixture.authenticator.authenticate(key);

        fixture.tokens.database.down(true);

        fails(ErrorCode.UNAVAILABLE, () -> fixture.authenticator.authenticate(key));
    }

    @Test
    void aRevokedKeyIsDeadAtOnce() {
        Made made = make("ci", "crm:contacts:read");
        fixture.authenticator.authenticate(made.text().whole());

        fixture.as(MUCH, () -> {
            fixture.service.revoke("acme", made.key().id(), IfMatch.ANY);
            return made;
        });

        refused(made.text().whole());
        fails(ErrorCode.NOT_FOUND, () -> fixture.service.get("acme", made.key().id()));
    }

    @Test
    void aRotatedKeyHasANewSecretAndTheOldOneDiesAtOnceOrAfterTheOverlap() {
        Made first = make("ci", "crm:contacts:read");
        fixture.authenticator.authenticate(first.text().whole());

        Made second = rotate(first, 60L);
        fixture.authenticator.authenticate(first.text().whole());
        fixture.authenticator.authenticate(second.text().whole());
        fixture.tokens.clock.move(Duration.ofSeconds(61));
        refused(first.text().whole());

        Made third = rotate(first, null);
        refused(second.text().whole());
        fixture.authenticator.authenticate(third.text().whole());
        fails(ErrorCode.VALIDATION_FAILED, () -> rotate(first, -1L));
    }

    @Test
    void aKeyExpires() {
        Instant end = Instant.now().plusSeconds(60);
        Made made = fixture.as(MUCH, () -> fixture.service.create("acme", draft("ci", end, "crm:contacts:read")));
        fixture.authenticator.authenticate(made.text().whole());

        fixture.tokens.clock.move(Duration.ofSeconds(61));

        refused(made.text().whole());
    }

    @Test
    void wrongKeysAreRefusedAndAfterSomeOfThemTheAddressMustWait() {
        Made made = make("ci", "crm:contacts:read");
        String wrong = ApiKeyText.fresh(made.key().id()).whole();
        String unknown = ApiKeyText.fresh(UUID.randomUUID()).whole();

        refused("plx_");
        refused("plx_x_y");
        refused(made.text().whole() + "x");
        refused(wrong);
        for (int i = 0; i < ApiKeyFixture.FAILURES; i++) {
            fails(ErrorCode.UNAUTHENTICATED, () -> from("192.0.2.1", unknown));
        }
        fails(ErrorCode.RATE_LIMITED, () -> from("192.0.2.1", unknown));
        fails(ErrorCode.UNAUTHENTICATED, () -> from("192.0.2.2", unknown));
        from("192.0.2.2", made.text().whole());
        from("192.0.2.1", made.text().whole());
    }

    @Test
    void theTenantsStateDecides() {
        String key = make("ci", "crm:contacts:read").text().whole();

        fixture.tokens.tenants.put("acme", TenantStatus.SUSPENDED);
        Identity suspended = fixture.authenticator.authenticate(key);
        assertThat(suspended.tenant()).isNotNull();
        assertThat(suspended.tenant().status()).isEqualTo(TenantStatus.SUSPENDED);

        fixture.tokens.tenants.remove("acme");
        refused(key);
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

    @Test
    void whenItWasUsedIsWrittenDownLater() {
        Made made = make("ci", "crm:contacts:read");
        fixture.authenticator.authenticate(made.text().whole());
        assertThat(fixture.service.get("acme", made.key().id()).lastUsedAt()).isNull();

        fixture.uses.write();

        assertThat(fixture.service.get("acme", made.key().id()).lastUsedAt()).isNotNull();
    }

    private Made make(String name, String... permissions) {
        return fixture.as(MUCH, () -> fixture.service.create("acme", draft(name, null, permissions)));
    }

    private Made rotate(Made made, @Nullable Long overlap) {
        return fixture.as(MUCH, () -> fixture.service.rotate("acme", made.key().id(), overlap, IfMatch.ANY));
    }

    private Identity from(String address, String key) {
        return fixture.from(address, () -> fixture.authenticator.authenticate(key));
    }

    private void refused(String key) {
        fails(ErrorCode.UNAUTHENTICATED, () -> fixture.authenticator.authenticate(key));
    }

    private static Draft draft(String name, @Nullable Instant expires, String... permissions) {
        return new Draft(name, List.of(permissions), expires);
    }

    private static void fails(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
