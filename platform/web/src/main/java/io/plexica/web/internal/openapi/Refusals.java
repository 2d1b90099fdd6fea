package io.plexica.web.internal.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.problem.ErrorCode;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The problems with which operations answer, by status; each names the codes that have it. */
final class Refusals {

    private static final String RESPONSES = "#/components/responses/";
    private static final Set<Integer> ALWAYS = Set.of(400, 401, 403, 404, 406, 429, 500, 503);
    private static final Set<Integer> OF_CHANGES = Set.of(409, 412);
    private static final Set<Integer> OF_BODIES = Set.of(413, 415);
    private static final int TIMEOUT = 504;

    private Refusals() {}

    /** Lists those of an operation. */
    static void describe(String httpMethod, boolean body, boolean plugin, ObjectNode responses) {
        Set<Integer> statuses = new TreeSet<>(ALWAYS);
        if (!httpMethod.equals("GET")) {
            statuses.addAll(OF_CHANGES);
        }
        if (body) {
            statuses.addAll(OF_BODIES);
        }
        if (plugin) {
            statuses.add(TIMEOUT);
        }
        statuses.forEach(
                status -> responses.putObject(Integer.toString(status)).put("$ref", RESPONSES + "Problem" + status));
        responses.putObject("default").put("$ref", RESPONSES + "Problem");
    }

    /** What {@link #describe} refers to. */
    static ObjectNode components() {
        ObjectNode components = JsonNodeFactory.instance.objectNode();
        Map<Integer, String> codes = Arrays.stream(ErrorCode.values())
                .collect(Collectors.groupingBy(
                        ErrorCode::status,
                        TreeMap::new,
                        Collectors.mapping(
                                code -> "`" + code.code() + "` (" + code.title() + ")", Collectors.joining(", "))));
        codes.forEach((status, description) -> problem(components.putObject("Problem" + status), description));
        problem(components.putObject("Problem"), "A refusal or failure (RFC 9457)");
        return components;
    }

    private static void problem(ObjectNode response, String description) {
        response.put("description", description);
        response.putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/Problem");
    }
}
