package io.plexica.plugins.internal.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SettingEditsTest {

    private final ObjectNode present = (ObjectNode) Json.read("{\"a\":1,\"mail\":{\"host\":\"x\",\"port\":25}}");

    @Test
    void values_are_json_where_they_can_be_and_texts_elsewhere() {
        assertThat(set("n=5", "t=two words", "b=true", "l=[1,2]", "q=\"5\"", "e="))
                .isEqualTo(Json.read("{\"a\":1,\"mail\":{\"host\":\"x\",\"port\":25},\"n\":5,\"t\":\"two words\","
                        + "\"b\":true,\"l\":[1,2],\"q\":\"5\",\"e\":\"\"}"));
    }

    @Test
    void dots_lead_into_objects() {
        assertThat(set("mail.host=y", "new.deep.key=1"))
                .isEqualTo(Json.read("{\"a\":1,\"mail\":{\"host\":\"y\",\"port\":25},\"new\":{\"deep\":{\"key\":1}}}"));
        assertThat(present.at("/mail/host").asText()).isEqualTo("x");
    }

    @Test
    void what_is_removed_is_gone_and_a_secret_becomes_null() {
        assertThat(SettingEdits.applied(present, List.of(), List.of("a", "mail.port", "apiKey"), Map.of("other", "s")))
                .isEqualTo(Json.read("{\"mail\":{\"host\":\"x\"},\"apiKey\":null,\"other\":\"s\"}"));
    }

    @Test
    void what_sets_nothing_is_refused() {
        assertThatThrownBy(() -> set("currency")).hasMessageContaining("currency=EUR");
        assertThatThrownBy(() -> set("=5")).hasMessageContaining("currency=EUR");
    }

    private ObjectNode set(String... assignments) {
        return SettingEdits.applied(present, List.of(assignments), List.of(), Map.of());
    }
}
