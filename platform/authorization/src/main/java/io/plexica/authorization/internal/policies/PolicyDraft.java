package io.plexica.authorization.internal.policies;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.authorization.internal.body.Bodies;
import io.plexica.authorization.internal.body.Body;
import io.plexica.authorization.internal.engine.Condition;
import io.plexica.authorization.internal.engine.ConditionErrors;
import io.plexica.authorization.internal.engine.ConditionReader;
import io.plexica.authorization.internal.engine.Effect;
import io.plexica.authorization.internal.engine.Policy;
import io.plexica.authorization.internal.roles.PermissionKeyCheck;
import io.plexica.authorization.internal.store.Source;
import io.plexica.authorization.internal.store.StoredPolicy;
import io.plexica.spi.authorization.PermissionKeys;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody wants a policy to be. */
record PolicyDraft(
        Policy rule, @Nullable String description, @Nullable Source source) {

    private static final int LONGEST_DESCRIPTION = 1_000;
    private static final int HIGHEST_PRIORITY = 1_000_000;
    private static final String CORE = "core:*";

    /**
     * Reads a body and finds all that is wrong with it.
     *
     * @param present the policy as it is; null for a new one
     * @param known the keys that the tenant knows
     */
    static PolicyDraft read(@Nullable JsonNode json, @Nullable StoredPolicy present, Set<String> known) {
        Body body = Body.of(
                json,
                "name",
                "description",
                "permission",
                "effect",
                "conditions",
                "priority",
                "source",
                "plugin",
                "id",
                "createdAt",
                "updatedAt");
        String name = body.text("name");
        String description = body.text("description");
        String permission = body.text("permission");
        String effect = body.text("effect");
        String source = body.text("source");
        body.checks()
                .name("/name", name, present == null ? null : present.rule().name())
                .text("/description", description, LONGEST_DESCRIPTION)
                .oneOf("/effect", effect, names(Effect.values()));
        if (source != null) {
            body.checks().oneOf("/source", source, names(Source.values()));
        }
        permission(body, permission, present, known);
        int priority = body.number("priority", 0, HIGHEST_PRIORITY);
        Optional<Condition> condition = conditions(body, permission);
        body.unchanged("id", present == null ? null : present.id());
        body.unchanged("createdAt", present == null ? null : present.createdAt());
        body.ignored("updatedAt", present != null);
        body.ignored("plugin", present != null && present.plugin() != null);
        body.checks().done();
        Policy rule = new Policy(
                present == null ? UUID.randomUUID() : present.id(),
                String.valueOf(name),
                String.valueOf(permission),
                Effect.valueOf(String.valueOf(effect)),
                condition.orElseThrow(),
                priority);
        return new PolicyDraft(rule, description, source == null ? null : Source.valueOf(source));
    }

    private static void permission(
            Body body, @Nullable String permission, @Nullable StoredPolicy present, Set<String> known) {
        String pointer = "/permission";
        if (permission == null) {
            body.checks().unless(body.get("permission") != null, pointer, "is required");
        } else if (!PermissionKeys.isPattern(permission)) {
            body.checks().wrong(pointer, "must be a key such as crm:deals:read, where * may stand for whole segments");
        } else if (present == null || !present.rule().permission().equals(permission)) {
            body.checks()
                    .unless(
                            !PermissionKeyCheck.isKey(permission, known),
                            pointer,
                            PermissionKeyCheck.message(permission, known));
        }
    }

    private static Optional<Condition> conditions(Body body, @Nullable String permission) {
        JsonNode json = body.get("conditions");
        if (json == null) {
            body.checks().wrong("/conditions", "is required");
            return Optional.empty();
        }
        ConditionErrors flaws = new ConditionErrors();
        Optional<Condition> condition = ConditionReader.read(Bodies.plain(json), "/conditions", flaws);
        flaws.found().forEach(flaw -> body.checks().wrong(flaw.pointer(), flaw.message()));
        boolean reads = condition.isPresent() && condition.get().readsResource();
        boolean core =
                permission != null && PermissionKeys.isPattern(permission) && PermissionKeys.overlap(permission, CORE);
        body.checks()
                .unless(
                        !reads || !core,
                        "/permission",
                        "covers permissions of the platform itself, which know no resource: name a plugin, as in crm:*");
        return condition;
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
