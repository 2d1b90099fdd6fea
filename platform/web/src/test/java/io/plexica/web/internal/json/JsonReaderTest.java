package io.plexica.web.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.FieldError;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class JsonReaderTest {

    private final JsonReader reader = new JsonReader(JsonMappers.create());

    private record Part(String text) {}

    private record Body(String name, Part part, List<Part> parts, Map<String, Object> values) {}

    @ParameterizedTest
    @ValueSource(strings = {"1", "null", "{}", "[]", "{\"a\":{\"b\":1}}", "[1,2]", "[{\"a\":1}]"})
    void an_unknown_member_is_named_by_its_place_whatever_it_holds(String value) throws IOException {
        assertThat(unknown("{'x':%s}", value)).containsExactly("/x");
        assertThat(unknown("{'name':'n','values':{},'x':%s}", value)).containsExactly("/x");
        assertThat(unknown("{'name':'n','part':null,'parts':null,'values':{'x':1},'x':%s}", value))
                .containsExactly("/x");
        assertThat(unknown("{'part':{'x':%s,'text':'t'},'y':%s}", value)).containsExactly("/part/x", "/y");
        assertThat(unknown("{'parts':[{'text':'t'},{'text':'t','x':%s}]}", value))
                .containsExactly("/parts/1/x");
    }

    private List<String> unknown(String document, String value) throws IOException {
        List<FieldError> unknown = new ArrayList<>();
        byte[] bytes = document.replace('\'', '"').replace("%s", value).getBytes(StandardCharsets.UTF_8);
        reader.read(new ByteArrayInputStream(bytes), Body.class, unknown);
        return unknown.stream().map(FieldError::pointer).toList();
    }
}
