package io.plexica.notifications.internal.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TemplatesTest {

    private static final Map<String, String> VALUES = Map.of(
            "tenant", "Acme",
            "link", "https://plexica.example/t/acme/invitations/abc?x=1&y=2",
            "expires", "2026-11-21T15:30:00Z",
            "firstName", "Ada");

    private final Templates templates = new Templates();

    @Test
    void a_letter_is_written_in_the_language_of_its_reader() {
        Letter english = templates.write("invitation", Language.EN, VALUES);
        assertThat(english.subject()).isEqualTo("Your invitation to Acme");
        assertThat(english.text())
                .startsWith("Hello Ada,")
                .contains("https://plexica.example/t/acme/invitations/abc?x=1&y=2", "21", "2026", "UTC");

        Letter italian = templates.write("invitation", Language.IT, VALUES);
        assertThat(italian.subject()).isEqualTo("Il tuo invito a Acme");
        assertThat(italian.text()).startsWith("Ciao Ada,").contains("novembre");
        assertThat(italian.html()).contains("<html lang=\"it\">", "Accetta l’invito");
    }

    @Test
    void without_a_name_the_greeting_needs_none() {
        Letter letter = templates.write("password-reset", Language.EN, Map.of("tenant", "Acme", "firstName", ""));

        assertThat(letter.text()).startsWith("Hello,");
    }

    @Test
    void what_people_are_called_is_text_and_never_markup() {
        Letter letter = templates.write(
                "invitation",
                Language.EN,
                Map.of("tenant", "<script>alert('x')</script>", "firstName", "\"><img src=x>", "link", "javascript:x"));

        assertThat(letter.html())
                .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;", "&quot;&gt;&lt;img src=x&gt;")
                .doesNotContain("<script", "<img", "javascript:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\u0085", "\u2028", "\u0000"})
    void a_name_never_begins_a_new_line(String separator) {
        Letter letter = templates.write(
                "invitation", Language.EN, Map.of("tenant", "Acme" + separator + "Bcc: eve@example.com"));

        assertThat(letter.subject()).isEqualTo("Your invitation to Acme Bcc: eve@example.com");
        assertThat(letter.text()).contains("invited to Acme Bcc: eve@example.com.");
    }

    @Test
    void gaps_within_values_stay_what_they_are_and_long_values_end() {
        Letter letter =
                templates.write("invitation", Language.EN, Map.of("tenant", "{{link}}$1\\", "link", "x".repeat(5000)));

        assertThat(letter.subject()).isEqualTo("Your invitation to {{link}}$1\\");
        assertThat(letter.text()).hasSizeLessThan(3000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nothing", "../core/V1__messages", "", "frame.en.html"})
    void a_template_that_does_not_exist_is_an_error(String name) {
        assertThatThrownBy(() -> templates.write(name, Language.EN, VALUES)).hasMessageContaining("no message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"invitation", "password-reset", "notice"})
    void every_template_is_there_in_every_language_without_an_open_gap(String name) {
        for (Language language : Language.values()) {
            Letter letter = templates.write(
                    name,
                    language,
                    Map.of("tenant", "Acme", "link", "https://x.example", "title", "Title", "text", "Words"));
            assertThat(letter.subject() + letter.text() + letter.html()).doesNotContain("{{", "}}");
        }
    }

    @ParameterizedTest
    @CsvSource({"it, IT", "it-CH, IT", "en, EN", "de, EN", "'', EN", "nonsense_, EN"})
    void unknown_languages_are_english(String tag, Language expected) {
        assertThat(Language.of(tag)).isEqualTo(expected);
    }
}
