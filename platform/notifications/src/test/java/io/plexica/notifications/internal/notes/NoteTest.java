package io.plexica.notifications.internal.notes;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.notifications.Notification.Severity;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be said, and where it may lead. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NoteTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/crm", "/crm/contacts/42?tab=notes#last", "/me"})
    void paths_within_the_console_are_links(String link) {
        assertThat(leadingTo(link).wrongs()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "crm",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example/",
                "javascript:alert(1)",
                "/a b",
                "/a\tb",
                "/crm\\.."
            })
    void nothing_else_is(String link) {
        assertThat(leadingTo(link).wrongs()).singleElement().asString().contains("path within the console");
    }

    @Test
    void all_that_is_wrong_is_told() {
        Note note = new Note("notification", Severity.INFO, " ", "x".repeat(2001), "x");

        assertThat(note.wrongs()).hasSize(3);
        assertThat(new Note("notification", Severity.INFO, "two\nlines", "", null).wrongs())
                .hasSize(1);
        assertThat(new Note("notification", Severity.INFO, "😀".repeat(200), "", null).wrongs())
                .isEmpty();
    }

    private static Note leadingTo(String link) {
        return new Note("notification", Severity.INFO, "Title", "Text", link);
    }
}
