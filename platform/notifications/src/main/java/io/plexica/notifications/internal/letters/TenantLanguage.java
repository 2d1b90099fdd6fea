package io.plexica.notifications.internal.letters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.spi.tenancy.Tenants;

/** In which language a tenant is written to, unless the reader has one. */
public final class TenantLanguage {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TenantLanguage() {}

    /** The tag in the tenant's settings; empty when there is none. */
    public static String of(Tenants tenants, String slug) {
        try {
            return JSON.readTree(tenants.settings(slug))
                    .path("general")
                    .path("language")
                    .asText("");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The settings of a tenant cannot be read", e);
        }
    }
}
