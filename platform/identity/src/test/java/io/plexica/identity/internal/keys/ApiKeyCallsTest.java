package io.plexica.identity.internal.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.ErrorCode;
import io.plexica.identity.internal.keys.ApiKeyService.Made;
import io.plexica.spi.identity.TokenAuthenticator.Identity;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.web.IfMatch;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What becomes of calls that bear an API key. */
class ApiKeyCallsTest extends ApiKeyCase {

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
    void whenItWasUsedIsWrittenDownLater() {
        Made made = make("ci", "crm:contacts:read");
        fixture.authenticator.authenticate(made.text().whole());
        assertThat(fixture.service.get("acme", made.key().id()).lastUsedAt()).isNull();

        fixture.uses.write();

        assertThat(fixture.service.get("acme", made.key().id()).lastUsedAt()).isNotNull();
    }

    private Identity from(String address, String key) {
        return fixture.from(address, () -> fixture.authenticator.authenticate(key));
    }
}
