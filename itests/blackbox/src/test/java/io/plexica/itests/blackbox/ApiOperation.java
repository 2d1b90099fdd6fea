package io.plexica.itests.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One operation of the description at {@code /api/openapi.json}, as a stranger reads it.
 *
 * @param method such as {@code POST}
 * @param path with its variables, such as {@code /api/v1/users/{id}}
 * @param described what the description says of it
 * @param schemas the description's schemas
 */
record ApiOperation(String method, String path, JsonNode described, JsonNode schemas) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    static List<ApiOperation> of(JsonNode document) {
        List<ApiOperation> operations = new ArrayList<>();
        JsonNode schemas = document.at("/components/schemas");
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations.add(new ApiOperation(
                            operation.getKey().toUpperCase(java.util.Locale.ROOT),
                            path.getKey(),
                            operation.getValue(),
                            schemas));
                }
            }
        }
        return operations;
    }

    /** Whether nobody needs to be signed in. */
    boolean isOpen() {
        JsonNode security = described.path("security");
        for (JsonNode way : security) {
            if (way.isEmpty()) {
                return true;
            }
        }
        return security.isEmpty();
    }

    boolean isForSuperAdmins() {
        return described.path("x-super-admin-only").asBoolean();
    }

    /** The permissions of which one is needed, or all; empty where a token is enough. */
    List<String> permissions() {
        List<String> keys = new ArrayList<>();
        described.path("x-required-permissions").forEach(key -> keys.add(key.asText()));
        return keys;
    }

    boolean namesTenant() {
        return path.startsWith("/api/v1/tenants/{slug}");
    }

    /** Calls it with a body that its schema would take. */
    Answer call(Http client, String filledPath) {
        JsonNode content = described.at("/requestBody/content");
        if (content.isMissingNode() || content.isEmpty()) {
            return client.send(method, filledPath, null, BodyPublishers.noBody());
        }
        String type = content.fieldNames().next();
        String body = Sample.of(content.path(type).path("schema"), schemas);
        return client.send(method, filledPath, type, Http.text(body));
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
