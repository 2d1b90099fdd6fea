package io.plexica.settings.internal;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A flag as somebody wants it, not checked yet: anything may be missing. */
public record FlagBody(
        @Nullable String key,
        @Nullable String description,
        @Nullable Boolean enabled,
        @Nullable Map<String, @Nullable Boolean> tenants,
        @Nullable List<@Nullable String> plans) {}
