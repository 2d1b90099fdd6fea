package io.plexica.storage.internal;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.PlexicaException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObjectRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"a", "invoices/2026/0001.pdf", "Résumé – 履歴書 (1).pdf", "a/...", ".hidden", "%2e%2e/a", "a=b+c"})
    void pathsThatAreGood(String path) {
        assertThatCode(() -> ObjectRules.path(path)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "/a",
                "a/",
                "a//b",
                ".",
                "..",
                "../a",
                "a/../b",
                "a/..",
                "a/./b",
                "a\\b",
                "a\u0000b",
                "a\nb",
                "a\u0085",
                "e\u0301",
                "\ud800",
                "a\u007f"
            })
    void pathsThatAreRefused(String path) {
        assertThatThrownBy(() -> ObjectRules.path(path)).isInstanceOf(PlexicaException.class);
    }

    @Test
    void pathsHaveBounds() {
        String part = "x".repeat(200);
        assertThatCode(() -> ObjectRules.path(part + "/" + part)).doesNotThrowAnyException();
        assertThatThrownBy(() -> ObjectRules.path(part + "x")).isInstanceOf(PlexicaException.class);
        assertThatThrownBy(() -> ObjectRules.path("é".repeat(101))).isInstanceOf(PlexicaException.class);
        assertThatThrownBy(() -> ObjectRules.path(part + "/" + part + "/" + part))
                .isInstanceOf(PlexicaException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/vnd.api+json", "text/html; charset=utf-8", "a/b;c=\"d e\""})
    void typesThatAreGood(String type) {
        assertThatCode(() -> ObjectRules.details(type, Map.of())).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text", "text/", "/x", "text/plain\r\nX: y", "text/plain;", "te xt/plain", "text/é"})
    void typesThatAreRefused(String type) {
        assertThatThrownBy(() -> ObjectRules.details(type, Map.of())).isInstanceOf(PlexicaException.class);
    }

    @Test
    void notesHaveBounds() {
        assertThatCode(() -> ObjectRules.details("a/b", Map.of("author", "Zoë", "n", "")))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> ObjectRules.details("a/b", Map.of("Author", "x")))
                .isInstanceOf(PlexicaException.class);
        assertThatThrownBy(() -> ObjectRules.details("a/b", Map.of("a", "x\ny")))
                .isInstanceOf(PlexicaException.class);
        assertThatThrownBy(() -> ObjectRules.details("a/b", Map.of("a", "x".repeat(512))))
                .isInstanceOf(PlexicaException.class);
    }

    @Test
    void linksLiveBetweenASecondAndAWeek() {
        assertThatCode(() -> ObjectRules.timeToLive(Duration.ofDays(7))).doesNotThrowAnyException();
        assertThatThrownBy(() -> ObjectRules.timeToLive(Duration.ZERO)).isInstanceOf(PlexicaException.class);
        assertThatThrownBy(() -> ObjectRules.timeToLive(Duration.ofDays(7).plusNanos(1)))
                .isInstanceOf(PlexicaException.class);
    }
}
