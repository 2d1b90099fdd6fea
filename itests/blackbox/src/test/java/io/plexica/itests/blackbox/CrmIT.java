package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrmIT {

    private static final String CONTACTS = "/api/plugins/crm/contacts";
    private static final String DEALS = "/api/plugins/crm/deals";
    private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

    private final Platform platform;
    private TestTenant tenant;
    private Http admin;

    CrmIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void installForATenantOfItsOwn() {
        tenant = TestTenant.create(platform);
        Published.install(platform, tenant, "crm");
    }

    @BeforeEach
    void signIn() {
        admin = tenant.client(platform);
    }

    @Test
    void a_contact_is_created_read_changed_and_deleted() {
        Answer created = admin.post(
                        CONTACTS, Map.of("name", "Ada Lovelace", "email", "ada@example.org", "phone", "+393331234567"))
                .expect(201);
        String path = CONTACTS + "/" + created.at("/id");
        assertThat(created.header("Location")).endsWith(path);
        assertThat(created.json().fieldNames()).toIterable().contains("id", "name", "email", "createdAt", "updatedAt");
        assertThat(created.at("/createdAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");

        assertThat(admin.get(path).expect(200).json()).isEqualTo(created.json());

        Answer replaced = admin.put(path, Map.of("name", "Ada King")).expect(200);
        assertThat(replaced.at("/name")).isEqualTo("Ada King");
        assertThat(replaced.at("/email")).isIn("", "null");

        Answer changed =
                admin.patch(path, Map.of("company", "Analytical Engines")).expect(200);
        assertThat(changed.at("/name")).isEqualTo("Ada King");
        assertThat(changed.at("/company")).isEqualTo("Analytical Engines");

        admin.delete(path).expect(204);
        admin.get(path).refused(404, "not-found");
        admin.delete(path).refused(404, "not-found");
    }

    @Test
    void a_stale_change_is_refused() {
        Answer created = admin.post(CONTACTS, Map.of("name", "Tagged")).expect(201);
        String path = CONTACTS + "/" + created.at("/id");
        String tag = created.header("ETag");
        assertThat(tag).isNotEmpty();

        admin.with("If-Match", tag).put(path, Map.of("name", "Changed")).expect(200);
        admin.with("If-Match", tag).put(path, Map.of("name", "Too late")).refused(412, "precondition-failed");

        assertThat(admin.get(path).at("/name")).isEqualTo("Changed");
    }

    @Test
    void everything_that_is_wrong_with_a_contact_is_said_at_once() {
        admin.post(CONTACTS, Map.of("name", "n".repeat(256), "email", "nowhere", "phone", "12 34"))
                .refused(400, "validation-failed")
                .pointsAt("/name", "/email", "/phone");
        admin.post(CONTACTS, Map.of()).refused(400, "validation-failed").pointsAt("/name");
        admin.post(CONTACTS, Map.of("name", "  "))
                .refused(400, "validation-failed")
                .pointsAt("/name");
    }

    @Test
    void names_of_any_script_come_back_as_they_went_in() {
        String name = "Łukasz 黒澤 明 O'Brien \"Bobby'); DROP TABLE contacts;--\" 🦊";

        String id = admin.post(CONTACTS, Map.of("name", name)).expect(201).at("/id");

        assertThat(admin.get(CONTACTS + "/" + id).at("/name")).isEqualTo(name);
        assertThat(admin.get(CONTACTS + "?q=%F0%9F%A6%8A").json().path("total").asInt())
                .isEqualTo(1);
    }

    @Test
    void deals_lead_to_a_contact_of_the_same_tenant() {
        String contact =
                admin.post(CONTACTS, Map.of("name", "Buyer")).expect(201).at("/id");
        Map<String, Object> deal = Map.of("title", "Engine", "contactId", contact, "amount", 1200.5, "currency", "EUR");

        Answer created = admin.post(DEALS, deal).expect(201);
        assertThat(created.at("/stage")).isEqualTo("NEW");
        assertThat(created.json().path("amount").decimalValue()).isEqualByComparingTo("1200.5");
        String path = DEALS + "/" + created.at("/id");
        assertThat(admin.patch(path, Map.of("stage", "WON")).expect(200).at("/stage"))
                .isEqualTo("WON");
        admin.patch(path, Map.of("stage", "MAYBE"))
                .refused(400, "validation-failed")
                .pointsAt("/stage");

        String foreign = platform.as("acme", "admin")
                .post(CONTACTS, Map.of("name", "Theirs"))
                .expect(201)
                .at("/id");
        Answer stolen = admin.post(DEALS, Map.of("title", "X", "contactId", foreign, "stage", "NEW"));
        Answer invented = admin.post(DEALS, Map.of("title", "X", "contactId", NOBODY, "stage", "NEW"));
        assertThat(stolen.status()).as(stolen.text()).isIn(400, 404).isEqualTo(invented.status());
        assertThat(stolen.code()).isEqualTo(invented.code());
        platform.as("acme", "admin").delete(CONTACTS + "/" + foreign).expect(204);
    }

    @Test
    void another_tenants_contact_does_not_exist_here() {
        Http acme = platform.as("acme", "admin");
        String theirs = acme.post(CONTACTS, Map.of("name", "Secret of Acme"))
                .expect(201)
                .at("/id");

        admin.get(CONTACTS + "/" + theirs).refused(404, "not-found");
        admin.put(CONTACTS + "/" + theirs, Map.of("name", "Mine now")).refused(404, "not-found");
        admin.delete(CONTACTS + "/" + theirs).refused(404, "not-found");
        assertThat(admin.get(CONTACTS + "?q=Secret")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
        assertThat(acme.get(CONTACTS + "/" + theirs).at("/name")).isEqualTo("Secret of Acme");
        acme.delete(CONTACTS + "/" + theirs).expect(204);
    }

    @Test
    void lists_are_paged_sorted_and_searched() {
        IntStream.range(0, 7)
                .forEach(i -> admin.post(CONTACTS, Map.of("name", "Paged " + (char) ('G' - i), "company", "Seven"))
                        .expect(201));

        JsonNode first =
                admin.get(CONTACTS + "?q=paged&size=3&sort=name").expect(200).json();
        assertThat(names(first)).containsExactly("Paged A", "Paged B", "Paged C");
        assertThat(first.path("total").asInt()).isEqualTo(7);
        assertThat(first.path("page").asInt()).isZero();
        assertThat(first.path("size").asInt()).isEqualTo(3);
        assertThat(names(
                        admin.get(CONTACTS + "?q=paged&size=3&page=2&sort=name").json()))
                .containsExactly("Paged G");
        assertThat(names(admin.get(CONTACTS + "?q=paged&size=2&sort=-name").json()))
                .containsExactly("Paged G", "Paged F");
        assertThat(names(admin.get(CONTACTS + "?q=paged&page=99").expect(200).json()))
                .isEmpty();
        assertThat(admin.get(CONTACTS + "?q=%25")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .as("a percent sign is text")
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "size=0",
                "size=201",
                "size=x",
                "size=-1",
                "page=-1",
                "page=1.5",
                "page=99999999999",
                "sort=nothing",
                "sort=name;drop",
                "sort=name,name",
                "q=%00"
            })
    void a_list_refuses_what_it_does_not_understand(String query) {
        admin.get(CONTACTS + "?" + query)
                .refused(400, "validation-failed")
                .pointsAt("/" + query.substring(0, query.indexOf('=')));
    }

    @ParameterizedTest
    @CsvSource({"not-a-uuid, 404", "00000000-0000-4000-8000-000000000000, 404"})
    void what_does_not_exist_is_not_found(String id, int status) {
        admin.get(CONTACTS + "/" + id).refused(status, "not-found");
    }

    @Test
    void anybody_may_read_what_the_plugin_is() {
        assertThat(platform.http().get("/api/plugins/crm/about").expect(200).at("/plugin"))
                .isEqualTo("crm");
    }

    private static List<String> names(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("name").asText())
                .toList();
    }
}
