package io.plexica.web.internal.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.web.internal.guard.Guard;
import java.util.Locale;

/**
 * Who may call an operation, so that a program can tell too: {@code x-plexica-guard} is one of {@code public},
 * {@code optional}, {@code authenticated}, {@code permission}, {@code role}, {@code super-admin}.
 */
final class Access {

    static final String BEARER = "bearer";
    private static final String PARAMETERS = "#/components/parameters/";

    private Access() {}

    static void describe(Guard guard, ObjectNode operation) {
        ArrayNode security = operation.putArray("security");
        if (guard.kind() == Guard.Kind.OPTIONAL) {
            security.addObject();
        }
        if (guard.kind() != Guard.Kind.PUBLIC) {
            security.addObject().putArray(BEARER);
        }
        operation.put(
                "x-plexica-guard", guard.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        switch (guard.kind()) {
            case SUPER_ADMIN -> operation.put("x-super-admin-only", true);
            case PERMISSION -> {
                ArrayNode keys = operation.putArray("x-required-permissions");
                guard.values().forEach(keys::add);
                operation.put("x-all-permissions-required", guard.all());
            }
            case ROLE -> {
                ArrayNode roles = operation.putArray("x-required-roles");
                guard.values().forEach(roles::add);
            }
            case PUBLIC, OPTIONAL, AUTHENTICATED, MISSING -> {
                // What is demanded of these has no values.
            }
        }
    }

    /** The headers that calls may carry beside those of the method itself. */
    static void headers(Guard guard, String httpMethod, ArrayNode parameters) {
        if (guard.kind() == Guard.Kind.PUBLIC) {
            return;
        }
        refer("TenantSlug", parameters);
        refer("WorkspaceId", parameters);
        if (httpMethod.equals("POST")) {
            refer("IdempotencyKey", parameters);
        }
    }

    /** What {@link #headers} refers to. */
    static ObjectNode components() {
        ObjectNode components = JsonNodeFactory.instance.objectNode();
        header(
                        components,
                        "TenantSlug",
                        "X-Tenant-Slug",
                        "The tenant to work in: for super admins; others may repeat theirs")
                .put("pattern", "^[a-z](?:[a-z0-9]|-(?=[a-z0-9])){1,29}$");
        header(
                        components,
                        "WorkspaceId",
                        "X-Workspace-Id",
                        "The workspace to work in; the default one where it is missing")
                .put("format", "uuid");
        header(
                        components,
                        "IdempotencyKey",
                        "Idempotency-Key",
                        "Does this call once, however often it is made with this key within 24 hours")
                .put("minLength", 1)
                .put("maxLength", 255);
        return components;
    }

    private static void refer(String name, ArrayNode parameters) {
        parameters.addObject().put("$ref", PARAMETERS + name);
    }

    private static ObjectNode header(ObjectNode components, String name, String header, String description) {
        ObjectNode parameter = components.putObject(name);
        parameter.put("name", header).put("in", "header").put("required", false).put("description", description);
        return parameter.putObject("schema").put("type", "string");
    }
}
