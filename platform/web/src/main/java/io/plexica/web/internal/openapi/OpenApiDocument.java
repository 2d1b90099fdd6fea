package io.plexica.web.internal.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.problem.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The whole description: OpenAPI 3.1, put together from the parts of the servers. */
public final class OpenApiDocument {

    private static final ObjectMapper TREES = JsonMapper.builder().build();
    private static final String PROBLEM_SCHEMA = """
            {"type": "object",
             "required": ["type", "title", "status", "code", "traceId"],
             "properties": {
               "type": {"type": "string", "format": "uri"},
               "title": {"type": "string"},
               "status": {"type": "integer"},
               "detail": {"type": "string"},
               "instance": {"type": "string"},
               "code": {"type": "string", "enum": []},
               "traceId": {"type": "string"},
               "errors": {"type": "array", "items": {"type": "object", "properties": {
                 "pointer": {"type": "string"}, "message": {"type": "string"}}}},
               "requiredPermissions": {"type": "array", "items": {"type": "string"}},
               "plugin": {"type": "string"},
               "plans": {"type": "array", "items": {"type": "string"}},
               "tenants": {"type": "array", "items": {"type": "string"}},
               "dependants": {"type": "array", "items": {"type": "string"}}}}
            """;

    private OpenApiDocument() {}

    /**
     * Puts the document together.
     *
     * @param server the address under which the paths stand
     */
    public static byte[] write(String version, String server, List<ServerDescription> parts) {
        ObjectNode document = TREES.createObjectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "Plexica")
                .put("version", version)
                .put("description", "The platform, and with a token the plugins that are enabled in its tenant.");
        document.putArray("servers").addObject().put("url", server);
        ObjectNode paths = document.putObject("paths");
        ObjectNode components = document.putObject("components");
        ObjectNode schemas = components.putObject("schemas");
        for (ServerDescription part : parts) {
            part.tags().forEach(tag -> document.withArray("tags").addObject().put("name", tag));
            paths.setAll(part.paths());
            schemas.setAll(part.schemas());
        }
        schemas.set("Problem", problem());
        components.set("responses", Refusals.components());
        components.set("parameters", Access.components());
        components
                .putObject("securitySchemes")
                .putObject(Access.BEARER)
                .put("type", "http")
                .put("scheme", "bearer")
                .put("bearerFormat", "JWT");
        return document.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static ObjectNode problem() {
        ObjectNode schema = tree(PROBLEM_SCHEMA);
        ArrayNode codes = ((ObjectNode) schema.at("/properties/code")).withArray("enum");
        for (ErrorCode code : ErrorCode.values()) {
            codes.add(code.code());
        }
        return schema;
    }

    private static ObjectNode tree(String json) {
        try {
            return (ObjectNode) TREES.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The schema of problems is no JSON", e);
        }
    }
}
