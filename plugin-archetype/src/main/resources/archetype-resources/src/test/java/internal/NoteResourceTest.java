package ${package}.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.testkit.PluginFixture;
import io.plexica.testkit.TestContext;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class NoteResourceTest {

    @RegisterExtension
    static final PluginFixture FIXTURE = PluginFixture.forPlugin("${pluginId}")
            .migrations("db/migration")
            .entities(Note.class);

    private static final TestContext ANN = TestContext.inTenant("acme")
            .withUser("ann@acme.example")
            .withPermissions("${pluginId}:*");

    private NoteResource notes;

    @BeforeEach
    void resource() {
        notes = new NoteResource(FIXTURE.data(), FIXTURE.context(), FIXTURE.audit());
    }

    @Test
    void aNoteBearsTheNameOfWhoWroteIt() {
        NoteView note = FIXTURE.as(ANN, () -> (NoteView) notes.create(new NoteBody("Hello")).getEntity());
        assertThat(FIXTURE.as(ANN, () -> notes.get(note.id()))).isEqualTo(note);
        assertThat(note.author()).isEqualTo("ann@acme.example");
        assertThat(FIXTURE.audit().actions()).containsExactly("${pluginId}.note.created");
    }

    @Test
    void notesAreListedByPages() {
        for (String text : new String[] {"one", "two", "three"}) {
            FIXTURE.as(ANN, () -> notes.create(new NoteBody(text)));
        }
        var page = FIXTURE.as(ANN, () -> notes.list(new PageQuery("1", "2", "createdAt", null)));
        assertThat(page.items()).extracting(NoteView::text).containsExactly("three");
        assertThat(page.total()).isEqualTo(3);
    }

    @Test
    void aPolicyDecidesWhichNotesAreSeen() {
        TestContext bob = ANN.denied(
                "${pluginId}:notes:*", note -> ((NoteView) note).text().equals("secret"));
        for (String text : new String[] {"one", "secret", "three"}) {
            FIXTURE.as(ANN, () -> notes.create(new NoteBody(text)));
        }
        var page = FIXTURE.as(bob, () -> notes.list(new PageQuery("0", "2", "createdAt", null)));
        assertThat(page.items()).extracting(NoteView::text).containsExactly("one", "three");
        assertThat(page.total()).isEqualTo(2);
        assertThatThrownBy(() -> FIXTURE.as(bob, () -> notes.create(new NoteBody("secret"))))
                .isInstanceOf(PlexicaException.class);
    }

    @Test
    void aBlankNoteIsRefused() {
        assertThatThrownBy(() -> FIXTURE.validate(new NoteBody(" "))).hasMessageContaining("/text");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> FIXTURE.as(ANN, () -> notes.get(UUID.randomUUID())))
                .isInstanceOf(PlexicaException.class)
                .hasMessageContaining("There is no note");
    }
}
