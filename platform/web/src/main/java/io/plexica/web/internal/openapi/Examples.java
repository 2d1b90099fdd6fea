package io.plexica.web.internal.openapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Values by which people, and programs that try everything, see what a member looks like. */
final class Examples {

    private static final Map<String, String> BY_NAME = Map.ofEntries(
            Map.entry("email", "ada@example.com"),
            Map.entry("username", "ada@example.com"),
            Map.entry("firstName", "Ada"),
            Map.entry("lastName", "Lovelace"),
            Map.entry("password", "correct horse battery"),
            Map.entry("name", "Sales"),
            Map.entry("title", "Sales"),
            Map.entry("slug", "sales"),
            Map.entry("tenant", "acme"),
            Map.entry("plan", "free"),
            Map.entry("description", "All that is sold"),
            Map.entry("permission", "core:users:read"),
            Map.entry("currency", "EUR"),
            Map.entry("phone", "+390212345678"),
            Map.entry("version", "1.0.0"));

    private Examples() {}

    /** Adds an example to the schema of a member where a good one is known. */
    static void add(String member, ObjectNode schema) {
        String example = BY_NAME.get(member);
        boolean text = schema.path("type").asText().equals("string");
        if (example != null && text && !schema.has("enum") && !schema.has("pattern")) {
            schema.put("example", example);
        }
    }
}
