package io.plexica.plugins.crm.internal.contacts;

import static io.plexica.plugins.crm.internal.Crm.ANN;
import static io.plexica.plugins.crm.internal.Crm.assertRefused;
import static io.plexica.plugins.crm.internal.Crm.etag;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.plugins.crm.internal.Crm;
import io.plexica.testkit.PluginFixture;
import io.plexica.testkit.RecordedAudit;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import javax.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ContactResourceTest {

    @RegisterExtension
    static final PluginFixture FIXTURE = Crm.fixture();

    private ContactResource contacts;

    @BeforeEach
    void resource() {
        contacts = new ContactResource(Crm.contacts(FIXTURE), Crm.contactIndex(FIXTURE));
    }

    @Test
    void whatIsCreatedCanBeRead() {
        Response created =
                create(new ContactBody("Ann Lee", "ann@lee.example", "+391234567", "Lee & Co", "met in Rome"));
        ContactView contact = view(created);
        assertThat(created.getStatus()).isEqualTo(201);
        assertThat(created.getLocation()).hasToString("contacts/" + contact.id());
        assertThat(etag(created)).isEqualTo("\"1\"");
        assertThat(contact.createdAt()).isEqualTo(contact.updatedAt());

        Response read = get(contact.id());
        assertThat(read.getStatus()).isEqualTo(200);
        assertThat(read.getEntity()).isEqualTo(contact);
        assertThat(etag(read)).isEqualTo("\"1\"");
    }

    @Test
    void textIsKeptAsItWasGiven() {
        ContactView contact = view(create(named("  Ann \u00e8 \ud83d\ude00 ' \" % _ \\ ")));
        assertThat(view(get(contact.id())).name()).isEqualTo("  Ann \u00e8 \ud83d\ude00 ' \" % _ \\ ");
    }

    @Test
    void replacingForgetsWhatIsNotSaid() {
        ContactView before = view(create(new ContactBody("Ann", "ann@lee.example", null, "Lee", null)));
        Response replaced = FIXTURE.as(ANN, () -> contacts.replace(before.id(), null, named("Anna")));
        ContactView after = view(replaced);
        assertThat(after.name()).isEqualTo("Anna");
        assertThat(after.email()).isNull();
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(after.updatedAt()).isAfter(before.updatedAt());
        assertThat(etag(replaced)).isEqualTo("\"2\"");
        assertThat(view(get(before.id()))).isEqualTo(after);
    }

    @Test
    void aPatchKeepsWhatIsAbsentAndRemovesWhatIsNull() {
        UUID id = view(create(new ContactBody("Ann", "ann@lee.example", "+391234567", "Lee", null)))
                .id();
        ContactPatch patch = new ContactPatch();
        patch.setEmail(null);
        patch.setCompany("Lee & Sons");
        ContactView after = view(FIXTURE.as(ANN, () -> contacts.change(id, null, patch)));
        assertThat(after.name()).isEqualTo("Ann");
        assertThat(after.email()).isNull();
        assertThat(after.phone()).isEqualTo("+391234567");
        assertThat(after.company()).isEqualTo("Lee & Sons");
    }

    @Test
    void aPatchCannotRemoveTheName() {
        UUID id = view(create(named("Ann"))).id();
        ContactPatch patch = new ContactPatch();
        patch.setName(null);
        assertRefused(
                ErrorCode.VALIDATION_FAILED, "/name", () -> FIXTURE.run(ANN, () -> contacts.change(id, null, patch)));
    }

    @Test
    void aChangeThatChangesNothingLeavesNoTrace() {
        ContactView before = view(create(named("Ann")));
        Response same = FIXTURE.as(ANN, () -> contacts.replace(before.id(), "\"1\"", named("Ann")));
        assertThat(same.getEntity()).isEqualTo(before);
        assertThat(etag(same)).isEqualTo("\"1\"");
        assertThat(FIXTURE.audit().actions()).containsExactly("crm.contact.created");
        assertThat(FIXTURE.events().published()).hasSize(1).allSatisfy(event -> {
            assertThat(event.name()).isEqualTo("crm.contact.created");
            assertThat(event.aggregateId()).isEqualTo(before.id().toString());
            assertThat(event.payload()).isEqualTo(before);
        });
    }

    @Test
    void aStaleChangeIsRefusedAndChangesNothing() {
        UUID id = view(create(named("Ann"))).id();
        FIXTURE.run(ANN, () -> contacts.replace(id, "\"1\"", named("Anna")));
        for (String stale : new String[] {"\"1\"", "W/\"2\"", "2", "nonsense", "\"7\", \"8\""}) {
            assertRefused(
                    ErrorCode.PRECONDITION_FAILED,
                    "read it again",
                    () -> FIXTURE.run(ANN, () -> contacts.replace(id, stale, named("Lost"))));
            assertRefused(
                    ErrorCode.PRECONDITION_FAILED,
                    "read it again",
                    () -> FIXTURE.run(ANN, () -> contacts.delete(id, stale)));
        }
        assertThat(view(get(id)).name()).isEqualTo("Anna");
        FIXTURE.run(ANN, () -> contacts.replace(id, "\"1\", \"2\"", named("Anne")));
        FIXTURE.run(ANN, () -> contacts.delete(id, "*"));
    }

    @Test
    void ofTwoChangesAtOnceOneIsRefused() {
        UUID id = view(create(named("Ann"))).id();
        Contacts service = Crm.contacts(FIXTURE);
        UnaryOperator<ContactBody> overtaken = present -> {
            CompletableFuture.runAsync(() -> FIXTURE.run(ANN, () -> contacts.replace(id, null, named("First"))))
                    .join();
            return named("Second");
        };
        assertRefused(
                ErrorCode.PRECONDITION_FAILED,
                "read it again",
                () -> FIXTURE.run(ANN, () -> service.change(id, null, overtaken)));
        assertThat(view(get(id)).name()).isEqualTo("First");
        assertThat(FIXTURE.audit().actions()).containsExactly("crm.contact.created", "crm.contact.updated");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        UUID nobody = UUID.randomUUID();
        assertRefused(ErrorCode.NOT_FOUND, "There is no contact", () -> get(nobody));
        assertRefused(
                ErrorCode.NOT_FOUND,
                "There is no contact",
                () -> FIXTURE.run(ANN, () -> contacts.replace(nobody, null, named("X"))));
        assertRefused(
                ErrorCode.NOT_FOUND,
                "There is no contact",
                () -> FIXTURE.run(ANN, () -> contacts.change(nobody, null, new ContactPatch())));
        assertRefused(
                ErrorCode.NOT_FOUND,
                "There is no contact",
                () -> FIXTURE.run(ANN, () -> contacts.delete(nobody, null)));
    }

    @Test
    void everyChangeIsAudited() {
        ContactView created = view(create(named("Ann")));
        ContactView changed = view(FIXTURE.as(ANN, () -> contacts.replace(created.id(), null, named("Anna"))));
        FIXTURE.run(ANN, () -> contacts.delete(created.id(), null));
        String id = created.id().toString();
        assertThat(FIXTURE.audit().entries())
                .containsExactly(
                        new RecordedAudit.Entry("crm.contact.created", "contact", id, null, created),
                        new RecordedAudit.Entry("crm.contact.updated", "contact", id, created, changed),
                        new RecordedAudit.Entry("crm.contact.deleted", "contact", id, changed, null));
    }

    @Test
    void listsAreSortedAndPaged() {
        for (String name : new String[] {"berta", "Anna", "Carla"}) {
            create(named(name));
        }
        assertThat(names(list(null, null, null, null))).containsExactly("Anna", "berta", "Carla");
        assertThat(names(list(null, null, "-name", null))).containsExactly("Carla", "berta", "Anna");
        assertThat(names(list(null, null, "createdAt", null))).containsExactly("berta", "Anna", "Carla");
        Page<ContactView> second = list("1", "2", "name", null);
        assertThat(names(second)).containsExactly("Carla");
        assertThat(second.total()).isEqualTo(3);
        assertThat(list("5", "2", "company,-email,updatedAt", null).items()).isEmpty();
        assertRefused(ErrorCode.VALIDATION_FAILED, "/sort", () -> list(null, null, "notes", null));
        assertRefused(ErrorCode.VALIDATION_FAILED, "/size", () -> list(null, "201", null, null));
    }

    @Test
    void aSearchTakesEveryCharacterLiterally() {
        create(new ContactBody("Ann", "ann@lee.example", null, "100% Cotton", null));
        create(new ContactBody("Under_score", null, null, "Wow!", null));
        create(named("Berta"));
        assertThat(names(list(null, null, null, "COTTON"))).containsExactly("Ann");
        assertThat(names(list(null, null, null, "lee.ex"))).containsExactly("Ann");
        assertThat(names(list(null, null, null, "%"))).containsExactly("Ann");
        assertThat(names(list(null, null, null, "_"))).containsExactly("Under_score");
        assertThat(names(list(null, null, null, "!"))).containsExactly("Under_score");
        assertThat(list(null, null, null, "' OR 1=1 --").total()).isZero();
        assertThat(list(null, null, null, " ").total()).isEqualTo(3);
    }

    private Response create(ContactBody body) {
        return FIXTURE.as(ANN, () -> contacts.create(body));
    }

    private Response get(UUID id) {
        return FIXTURE.as(ANN, () -> contacts.get(id));
    }

    private Page<ContactView> list(
            @Nullable String page, @Nullable String size, @Nullable String sort, @Nullable String q) {
        return FIXTURE.as(ANN, () -> contacts.list(new PageQuery(page, size, sort, q)));
    }

    private static java.util.List<String> names(Page<ContactView> page) {
        return page.items().stream().map(ContactView::name).toList();
    }

    private static ContactBody named(String name) {
        return new ContactBody(name, null, null, null, null);
    }

    private static ContactView view(Response answer) {
        return (ContactView) answer.getEntity();
    }
}
