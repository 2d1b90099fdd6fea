package ${package}.internal;

import io.plexica.api.rest.PageQuery;
import io.plexica.testkit.IsolationContract;
import io.plexica.testkit.PluginFixture;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Runs the tests of the contract: what one tenant makes, another can neither find, read, change nor delete. */
class NoteIsolationTest extends IsolationContract<UUID> {

    @RegisterExtension
    static final PluginFixture FIXTURE = PluginFixture.forPlugin("${pluginId}")
            .migrations("db/migration")
            .entities(Note.class);

    private final NoteResource notes = new NoteResource(FIXTURE.data(), FIXTURE.context(), FIXTURE.audit());

    @Override
    protected PluginFixture fixture() {
        return FIXTURE;
    }

    @Override
    protected UUID create() {
        return ((NoteView) notes.create(new NoteBody("A secret")).getEntity()).id();
    }

    @Override
    protected List<UUID> list() {
        return notes.list(new PageQuery()).items().stream().map(NoteView::id).toList();
    }

    @Override
    protected void read(UUID id) {
        notes.get(id);
    }

    @Override
    protected void change(UUID id) {
        notes.replace(id, new NoteBody("Mine now"));
    }

    @Override
    protected void delete(UUID id) {
        notes.delete(id);
    }
}
