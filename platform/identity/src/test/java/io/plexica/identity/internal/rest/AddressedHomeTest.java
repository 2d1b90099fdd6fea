package io.plexica.identity.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.TestTenants;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whose home the address of a public call means. */
class AddressedHomeTest {

    private static final URI SITE = URI.create("https://p.test");

    private final TestTenants tenants = new TestTenants();

    @Test
    void aTenantThatIsServedIsTheHome() {
        Tenant acme = tenants.put("acme", TenantStatus.ACTIVE);

        assertThat(home(acme, "https://p.test/t/acme/api/v1")).isEqualTo(new Home("acme"));
        assertThat(home(acme, "https://acme.p.test/api/v1/")).isEqualTo(new Home("acme"));
    }

    @Test
    void withoutATenantItIsThePlatform() {
        assertThat(home(null, "https://admin.p.test/api/v1/")).isEqualTo(Home.PLATFORM);
        assertThat(home(null, "https://p.test/api/v1")).isEqualTo(Home.PLATFORM);
    }

    @Test
    void aTenantThatIsNotActiveIsRefused() {
        Tenant asleep = tenants.put("acme", TenantStatus.SUSPENDED);

        refused(ErrorCode.TENANT_NOT_ACTIVE, asleep, "https://p.test/t/acme/api/v1");
    }

    @Test
    void anUnknownTenantIsNeverThePlatform() {
        refused(ErrorCode.NOT_FOUND, null, "https://p.test/t/nosuch/api/v1");
        refused(ErrorCode.NOT_FOUND, null, "https://p.test/t/nosuch/api/v1/");
        refused(ErrorCode.NOT_FOUND, null, "https://p.test/t//api/v1/");
        refused(ErrorCode.NOT_FOUND, null, "https://p.test/t/no%2Fsuch/api/v1");
        refused(ErrorCode.NOT_FOUND, null, "https://nosuch.p.test:8443/api/v1");
    }

    private static Home home(@Nullable Tenant tenant, String base) {
        return AddressedHome.home(tenant, URI.create(base), SITE);
    }

    private static void refused(ErrorCode code, @Nullable Tenant tenant, String base) {
        assertThatThrownBy(() -> home(tenant, base))
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
