package io.plexica.settings.internal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A flag as REST and the shell show it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FlagJson(
        String key,
        @Nullable String description,
        boolean enabled,
        Map<String, Boolean> tenants,
        Set<String> plans,
        Instant createdAt,
        Instant updatedAt) {

    /** The shape of a flag. */
    public static FlagJson of(Flag flag) {
        return new FlagJson(
                flag.key(),
                flag.description(),
                flag.enabled(),
                flag.tenants(),
                flag.plans(),
                flag.createdAt(),
                flag.updatedAt());
    }
}
