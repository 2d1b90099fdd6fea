package io.plexica.authorization.internal.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The attributes that the platform itself tells of. Those of resources are their plugins' own. */
public final class PlatformAttributes {

    private static final Map<String, Kind> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put("user.id", Kind.TEXT);
        KINDS.put("user.email", Kind.TEXT);
        KINDS.put("user.firstName", Kind.TEXT);
        KINDS.put("user.lastName", Kind.TEXT);
        KINDS.put("user.roles", Kind.LIST);
        KINDS.put("user.teams", Kind.LIST);
        KINDS.put("user.superAdmin", Kind.BOOLEAN);
        KINDS.put("workspace.id", Kind.TEXT);
        KINDS.put("workspace.slug", Kind.TEXT);
        KINDS.put("workspace.name", Kind.TEXT);
        KINDS.put("workspace.role", Kind.TEXT);
        KINDS.put("environment.time", Kind.INSTANT);
        KINDS.put("environment.date", Kind.TEXT);
        KINDS.put("environment.hour", Kind.NUMBER);
        KINDS.put("environment.dayOfWeek", Kind.TEXT);
        KINDS.put("environment.ip", Kind.TEXT);
    }

    private PlatformAttributes() {}

    /** Whether there is, or can be, such an attribute. */
    static boolean isPossible(Attribute attribute) {
        return attribute.root() == AttributeRoot.RESOURCE || KINDS.containsKey(attribute.toString());
    }

    /** What it is; null for attributes of resources. */
    static @Nullable Kind kind(Attribute attribute) {
        return KINDS.get(attribute.toString());
    }

    /** The names of all. */
    public static List<String> names() {
        return List.copyOf(KINDS.keySet());
    }
}
