package io.plexica.plugins.crm.internal.deals;

import io.plexica.api.rest.PageQuery;
import io.plexica.plugins.crm.internal.Crm;
import io.plexica.plugins.crm.internal.contacts.ContactBody;
import io.plexica.plugins.crm.internal.contacts.ContactResource;
import io.plexica.plugins.crm.internal.contacts.ContactView;
import io.plexica.testkit.IsolationContract;
import io.plexica.testkit.PluginFixture;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.extension.RegisterExtension;

class DealIsolationTest extends IsolationContract<UUID> {

    @RegisterExtension
    static final PluginFixture FIXTURE = Crm.fixture();

    private final ContactResource contacts = new ContactResource(Crm.contacts(FIXTURE), Crm.contactIndex(FIXTURE));
    private final DealResource deals = new DealResource(
            new Deals(FIXTURE.data(), FIXTURE.audit(), FIXTURE.events(), FIXTURE.context(), FIXTURE.configuration()));

    @Override
    protected PluginFixture fixture() {
        return FIXTURE;
    }

    @Override
    protected UUID create() {
        ContactBody ann = new ContactBody("Ann", null, null, null, null);
        UUID contact = ((ContactView) contacts.create(ann).getEntity()).id();
        return ((DealView) deals.create(new DealBody("A deal", contact, null, null, null))
                        .getEntity())
                .id();
    }

    @Override
    protected List<UUID> list() {
        return deals.list(new PageQuery(), null, null).items().stream()
                .map(DealView::id)
                .toList();
    }

    @Override
    protected void read(UUID id) {
        deals.get(id);
    }

    @Override
    protected void change(UUID id) {
        DealPatch patch = new DealPatch();
        patch.setStage(Stage.WON);
        deals.change(id, null, patch);
    }

    @Override
    protected void delete(UUID id) {
        deals.delete(id, null);
    }
}
