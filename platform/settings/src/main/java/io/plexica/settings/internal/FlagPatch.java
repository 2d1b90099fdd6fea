package io.plexica.settings.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.web.Checks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A JSON merge patch of a flag, turned into the whole flag that it leads to. Pure. */
final class FlagPatch {

    private static final Set<String> MEMBERS = Set.of("key", "description", "enabled", "tenants", "plans");

    private final ObjectNode patch;
    private final Checks checks = new Checks();

    private FlagPatch(ObjectNode patch) {
        this.patch = patch;
    }

    static FlagBody apply(Flag flag, @Nullable JsonNode body) {
        if (!(body instanceof ObjectNode patch)) {
            throw PlexicaException.validation(new FieldError("", "must be a JSON object with what is to change"));
        }
        return new FlagPatch(patch).applied(flag);
    }

    private FlagBody applied(Flag flag) {
        patch.fieldNames()
                .forEachRemaining(name -> checks.unless(
                        MEMBERS.contains(name), "/" + name.replace("~", "~0").replace("/", "~1"), "is unknown"));
        FlagBody result = new FlagBody(
                text("key", flag.key()),
                text("description", flag.description()),
                truth("/enabled", patch.get("enabled"), flag.enabled()),
                tenants(flag),
                plans(flag));
        checks.done();
        return result;
    }

    private @Nullable String text(String name, @Nullable String present) {
        JsonNode value = patch.get(name);
        if (value == null) {
            return present;
        }
        checks.unless(value.isTextual() || value.isNull(), "/" + name, "must be a text");
        return value.isTextual() ? value.asText() : null;
    }

    private @Nullable Boolean truth(String pointer, @Nullable JsonNode value, boolean present) {
        if (value == null) {
            return present;
        }
        checks.unless(value.isBoolean(), pointer, "must be true or false");
        return value.asBoolean();
    }

    private Map<String, @Nullable Boolean> tenants(Flag flag) {
        JsonNode changes = patch.get("tenants");
        Map<String, @Nullable Boolean> result = new TreeMap<>(flag.tenants());
        if (changes == null) {
            return result;
        }
        checks.unless(changes.isObject() || changes.isNull(), "/tenants", "must be a JSON object");
        if (changes.isNull()) {
            result.clear();
        }
        for (Map.Entry<String, JsonNode> change : changes.properties()) {
            if (change.getValue().isNull()) {
                result.remove(change.getKey());
            } else {
                result.put(
                        change.getKey(),
                        change.getValue().isBoolean() ? change.getValue().asBoolean() : null);
            }
        }
        return result;
    }

    private List<@Nullable String> plans(Flag flag) {
        JsonNode wanted = patch.get("plans");
        if (wanted == null) {
            return List.copyOf(flag.plans());
        }
        checks.unless(wanted.isArray() || wanted.isNull(), "/plans", "must be a list of plans");
        List<@Nullable String> plans = new ArrayList<>();
        wanted.forEach(plan -> plans.add(plan.isTextual() ? plan.asText() : null));
        return plans;
    }
}
