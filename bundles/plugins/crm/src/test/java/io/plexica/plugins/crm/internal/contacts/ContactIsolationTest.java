package io.plexica.plugins.crm.internal.contacts;

import io.plexica.api.rest.PageQuery;
import io.plexica.plugins.crm.internal.Crm;
import io.plexica.testkit.IsolationContract;
import io.plexica.testkit.PluginFixture;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContactIsolationTest extends IsolationContract<UUID> {

    @RegisterExtension
    static final PluginFixture FIXTURE = Crm.fixture();

    private final ContactResource contacts = new ContactResource(Crm.contacts(FIXTURE), Crm.contactIndex(FIXTURE));
    private int changes;

    @Override
    protected PluginFixture fixture() {
        return FIXTURE;
    }

    @Override
    protected UUID create() {
        return ((ContactView) contacts.create(named("Ann")).getEntity()).id();
    }

    @Override
    protected List<UUID> list() {
        return contacts.list(new PageQuery()).items().stream()
                .map(ContactView::id)
                .toList();
    }

    @Override
    protected void read(UUID id) {
        contacts.get(id);
    }

    @Override
    protected void change(UUID id) {
        contacts.replace(id, null, named("Ann " + ++changes));
    }

    @Override
    protected void delete(UUID id) {
        contacts.delete(id, null);
    }

    private static ContactBody named(String name) {
        return new ContactBody(name, null, null, null, null);
    }
}
