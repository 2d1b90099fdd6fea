package io.plexica.search.internal.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.search.DocumentType;
import io.plexica.api.search.SearchHit.Highlight;
import io.plexica.api.search.SearchHit.Part;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class HighlightsTest {

    private static final DocumentType NOTE =
            DocumentType.of("note").title("name").text("text").keyword("tag");

    @Test
    void words_are_marked_as_they_were_written() {
        assertThat(marked("name", "Città & <b>CITTADINO</b>", "citta"))
                .containsExactly("name: [Città] & <b>[CITTADINO]</b>");
    }

    @Test
    void texts_without_the_words_and_keywords_show_nothing() {
        assertThat(marked("name", "Rome", "citta")).isEmpty();
        assertThat(marked("tag", "citta", "citta")).isEmpty();
        assertThat(Highlights.of(NOTE, Map.of("name", "Rome"), List.of())).isEmpty();
    }

    @Test
    void a_long_text_is_cut_around_the_first_word() {
        String text = "x ".repeat(500) + "needle" + " \ud83d\ude00".repeat(500);
        List<Highlight> found = Highlights.of(NOTE, Map.of("text", text), List.of("need"));
        String shown = found.get(0).parts().stream().map(Part::text).collect(Collectors.joining());
        assertThat(shown).contains("needle").hasSizeBetween(150, 200);
        assertThat(text).contains(shown);
        assertThat(found.get(0).parts()).contains(new Part("needle", true));
    }

    private static List<String> marked(String field, String text, String... words) {
        return Highlights.of(NOTE, Map.of(field, text), List.of(words)).stream()
                .map(highlight -> highlight.field() + ": "
                        + highlight.parts().stream()
                                .map(part -> part.hit() ? "[" + part.text() + "]" : part.text())
                                .collect(Collectors.joining()))
                .toList();
    }
}
