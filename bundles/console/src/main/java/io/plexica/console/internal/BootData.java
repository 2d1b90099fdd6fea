package io.plexica.console.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a page tells the application that it loads.
 *
 * @param app {@code shell} or {@code admin}
 * @param tenant the tenant's slug; null for super admins, and where no tenant was named
 * @param name the tenant's name; null without a tenant
 * @param status the tenant's; nobody can sign in unless it is {@code ACTIVE}
 * @param language the tenant's, for who has chosen none; null where it leaves that to the browser
 * @param base what addresses begin with
 * @param issuer who signs people in; null where no tenant was named
 * @param publicUrl the platform's address for browsers
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record BootData(
        String app,
        @Nullable String tenant,
        @Nullable String name,
        @Nullable String status,
        @Nullable String language,
        String base,
        @Nullable String issuer,
        String clientId,
        String publicUrl,
        String version) {}
