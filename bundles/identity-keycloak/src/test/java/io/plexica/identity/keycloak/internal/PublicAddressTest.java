package io.plexica.identity.keycloak.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Where logins may lead back to. */
class PublicAddressTest {

    @Test
    void aTenantIsReachedByPathAndByHost() {
        PublicAddress address = PublicAddress.of("https://plexica.example.com/", false);

        assertThat(address.tenantRedirects("acme"))
                .containsExactly("https://plexica.example.com/t/acme/*", "https://acme.plexica.example.com/*");
        assertThat(address.tenantOrigins("acme"))
                .containsExactly("https://plexica.example.com", "https://acme.plexica.example.com");
        assertThat(address.adminRedirects()).containsExactly("https://admin.plexica.example.com/*");
    }

    @Test
    void thePortStays() {
        assertThat(PublicAddress.of("http://localhost:8181", false).tenantRedirects("acme"))
                .containsExactly("http://localhost:8181/t/acme/*", "http://acme.localhost:8181/*");
    }

    @Test
    void developersMayAlsoComeFromTheirOwnServers() {
        PublicAddress address = PublicAddress.of("http://localhost:8181", true);

        assertThat(address.tenantRedirects("acme"))
                .containsExactly(
                        "http://localhost:8181/t/acme/*",
                        "http://acme.localhost:8181/*",
                        "http://localhost:5173/t/acme/*");
        assertThat(address.tenantOrigins("acme"))
                .containsExactly("http://localhost:8181", "http://acme.localhost:8181", "http://localhost:5173");
        assertThat(address.adminRedirects())
                .containsExactly("http://admin.localhost:8181/*", "http://localhost:5174/*");
    }

    @Test
    void whatIsNoAddressIsRefusedByItsVariable() {
        for (String text : new String[] {"", "plexica.example.com", "ftp://plexica.example.com", "http://"}) {
            assertThatThrownBy(() -> PublicAddress.of(text, false))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("PLEXICA_PUBLIC_URL");
        }
    }
}
