package io.plexica.spi.identity;

/**
 * Where the identity server is and how the platform administers it.
 *
 * @param url address for the platform
 * @param publicUrl address for browsers; issuers of tokens begin with it
 * @param adminUser administrator of the whole server
 * @param adminPassword that administrator's password
 */
public record IdentityServerAccess(String url, String publicUrl, String adminUser, String adminPassword) {

    @Override
    public String toString() {
        return "IdentityServerAccess[url=" + url + ", publicUrl=" + publicUrl + ", adminUser=" + adminUser + "]";
    }
}
