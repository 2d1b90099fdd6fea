package io.plexica.plugins.crm.internal.contacts;

import static io.plexica.plugins.crm.internal.Crm.ANN;
import static io.plexica.plugins.crm.internal.Crm.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.api.search.DocumentPage;
import io.plexica.api.search.SearchDocument;
import io.plexica.plugins.crm.internal.Crm;
import io.plexica.testkit.PluginFixture;
import io.plexica.testkit.TestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContactSearchTest {

    @RegisterExtension
    static final PluginFixture FIXTURE = Crm.fixture();

    private ContactResource contacts;

    @BeforeEach
    void resource() {
        contacts = new ContactResource(Crm.contacts(FIXTURE), Crm.contactIndex(FIXTURE));
    }

    @Test
    void contactsAreFoundByTheBeginningsOfWordsWhateverTheAccents() {
        create("Zoë Müller", "met in Rome");
        create("Ann Lee", null);
        assertThat(names(find("zoe mul"))).containsExactly("Zoë Müller");
        assertThat(names(find("ROM"))).containsExactly("Zoë Müller");
        assertThat(names(find("ann zoe"))).isEmpty();
        assertThat(find("").total()).isEqualTo(2);
    }

    @Test
    void whatIsFoundIsAsItIsNow() {
        UUID id = create("Ann Lee", null);
        FIXTURE.as(ANN, () -> contacts.replace(id, null, new ContactBody("Ann Kay", null, null, null, null)));
        assertThat(find("lee").items()).isEmpty();
        assertThat(names(find("kay"))).containsExactly("Ann Kay");
        FIXTURE.run(ANN, () -> contacts.delete(id, null));
        assertThat(find("").total()).isZero();
    }

    @Test
    void anotherTenantFindsNothing() {
        create("Ann Lee", null);
        TestContext stranger = TestContext.inTenant(PluginFixture.GLOBEX).withPermissions("crm:*");
        assertThat(FIXTURE.as(stranger, () -> contacts.search(new PageQuery(null, null, null, "ann")))
                        .items())
                .isEmpty();
    }

    @Test
    void pagesOutOfBoundsAreRefused() {
        assertRefused(
                ErrorCode.VALIDATION_FAILED,
                "/size",
                () -> FIXTURE.as(ANN, () -> contacts.search(new PageQuery(null, "201", null, ""))));
    }

    @Test
    void allContactsAreToldPageByPage() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(create("Contact " + i, null).toString());
        }
        ContactReindexer reindexer = new ContactReindexer(FIXTURE.data());
        assertThat(reindexer.type()).isEqualTo(ContactIndex.CONTACT);
        List<String> told = new ArrayList<>();
        String after = null;
        do {
            String from = after;
            DocumentPage page = FIXTURE.as(ANN, () -> reindexer.page(from, 2));
            page.documents().stream().map(SearchDocument::id).forEach(told::add);
            after = page.next();
        } while (after != null);
        assertThat(told).containsExactlyInAnyOrderElementsOf(ids).doesNotHaveDuplicates();
    }

    private UUID create(String name, @Nullable String notes) {
        return FIXTURE.as(
                ANN,
                () -> ((ContactView) contacts.create(new ContactBody(name, null, null, null, notes))
                                .getEntity())
                        .id());
    }

    private Page<ContactHit> find(String text) {
        return FIXTURE.as(ANN, () -> contacts.search(new PageQuery(null, null, null, text)));
    }

    private static List<String> names(Page<ContactHit> page) {
        return page.items().stream().map(hit -> hit.contact().name()).toList();
    }
}
