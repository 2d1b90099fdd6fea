package io.plexica.authorization.internal.policies;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plexica.authorization.internal.engine.ConditionWriter;
import io.plexica.authorization.internal.store.StoredPolicy;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A policy as the API shows it. */
public record PolicyView(
        UUID id,
        String name,
        @Nullable String description,
        String permission,
        String effect,
        Map<String, Object> conditions,
        int priority,
        String source,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String plugin,
        Instant createdAt,
        Instant updatedAt) {

    public static PolicyView of(StoredPolicy policy) {
        return new PolicyView(
                policy.id(),
                policy.rule().name(),
                policy.description(),
                policy.rule().permission(),
                policy.rule().effect().name(),
                ConditionWriter.tree(policy.rule().condition()),
                policy.rule().priority(),
                policy.source().name(),
                policy.plugin(),
                policy.createdAt(),
                policy.updatedAt());
    }
}
