package io.plexica.plugins.internal.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.api.problem.FieldError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Schemas that were accepted in former times, too, harm nobody who sets a value. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingsCheckTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"properties\":{\"c\":{\"pattern\":\"^(.*a){25}$\"}}}",
                "{\"properties\":{\"c\":{\"pattern\":\"^(?:.*a){30}$\"}}}",
                "{\"properties\":{\"c\":{\"not\":{\"pattern\":\"^(?:.*a){30}$\"}}}}",
            })
    void a_pattern_that_takes_for_ever_is_given_up(String schema) {
        assertThat(check(schema, "{\"c\":\"" + "a".repeat(60) + "!\"}"))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.pointer()).isEqualTo("/c");
                    assertThat(SettingsCheck.wasBrokenOff(problem)).isTrue();
                });
        assertThat(check("{\"patternProperties\":{\"^(.*a){25}$\":false}}", "{\"" + "a".repeat(60) + "!\":1}"))
                .singleElement()
                .matches(SettingsCheck::wasBrokenOff);
    }

    @Test
    void so_is_a_schema_that_multiplies() {
        String twice = "{\"properties\":{\"a\":{\"allOf\":[{\"$ref\":\"#\"},{\"$ref\":\"#\"}]}}}";

        assertThat(check(twice, "{\"a\":".repeat(60) + "{}" + "}".repeat(60)))
                .singleElement()
                .matches(SettingsCheck::wasBrokenOff);
        assertThat(check(twice, "{\"a\":{\"a\":{}}}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ref\":\"#\"}",
                "{\"allOf\":[{\"$ref\":\"#\"}]}",
                "{\"$ref\":\"#/$defs/none\"}",
                "{\"$ref\":\"#none\"}"
            })
    void a_schema_that_cannot_be_used_takes_nothing(String schema) {
        assertThat(check(schema, "{\"a\":1}")).isNotEmpty();
    }

    @Test
    void a_value_that_goes_deeper_than_any_stack_is_refused() {
        assertThat(check("{\"properties\":{\"a\":{\"$ref\":\"#\"}}}", "{\"a\":".repeat(900) + "{}" + "}".repeat(900)))
                .isNotEmpty();
        assertThat(check("{\"properties\":{\"a\":{\"format\":\"regex\"}}}", "{\"a\":\"" + "(".repeat(60_000) + "\"}"))
                .isNotEmpty();
    }

    @Test
    void nothing_is_ever_fetched() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(1);
            String there = "http://127.0.0.1:" + server.getLocalPort() + "/x.json";
            for (String schema : List.of(
                    "{\"$schema\":\"" + there + "\"}",
                    "{\"$ref\":\"" + there + "\"}",
                    "{\"$id\":\"" + there + "\",\"$ref\":\"y.json\"}",
                    "{\"properties\":{\"a\":{\"$dynamicRef\":\"" + there + "#a\"}}}",
                    "{\"$ref\":\"classpath:META-INF/plexica/plugin.schema.json\"}")) {
                assertThat(check(schema, "{\"a\":1}")).isNotEmpty();
            }

            assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void patterns_are_quoted_while_they_can_be_read_and_their_author_can_say_it_in_words() {
        assertThat(check("{\"properties\":{\"a\":{\"pattern\":\"^[A-Z]{3}$\"}}}", "{\"a\":\"x\"}"))
                .containsExactly(new FieldError("/a", "does not match the pattern ^[A-Z]{3}$"));
        assertThat(check(
                        "{\"properties\":{\"a\":{\"pattern\":\"^[A-Z]{3}$\",\"errorMessage\":\"must be EUR or the like\"}}}",
                        "{\"a\":\"x\"}"))
                .containsExactly(new FieldError("/a", "must be EUR or the like"));
        assertThat(check("{\"properties\":{\"a\":{\"format\":\"email\"}}}", "{\"a\":\"x\"}"))
                .containsExactly(new FieldError("/a", "is no email"));
    }

    private static List<FieldError> check(String schema, String settings) {
        return new SettingsCheck(object(schema)).problems(object(settings));
    }

    private static ObjectNode object(String json) {
        try {
            return (ObjectNode) MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
