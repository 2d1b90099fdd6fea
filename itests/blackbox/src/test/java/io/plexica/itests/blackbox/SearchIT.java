package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Credentials.Login;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchIT {

    private static final String CONTACTS = "/api/plugins/crm/contacts";
    private static final String INDEXES = "/api/v1/search/indexes";

    private final Platform platform;
    private TestTenant tenant;
    private Http admin;

    SearchIT(Platform platform) {
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
    void contacts_are_found_by_their_words_and_as_they_are_now() {
        Answer zoe = create("Zoë Müller-Findme", "Rome");
        create("Ann Findme", "Paris");
        soon().untilAsserted(() -> assertThat(names(admin, "findme zoe")).containsExactly("Zoë Müller-Findme"));
        assertThat(names(admin, "muller")).containsExactly("Zoë Müller-Findme");
        assertThat(names(admin, "find")).containsExactlyInAnyOrder("Zoë Müller-Findme", "Ann Findme");
        JsonNode hit = search(admin, "muller").json().at("/items/0");
        assertThat(hit.at("/contact/id").asText()).isEqualTo(zoe.at("/id"));
        assertThat(hit.at("/highlights/0/field").asText()).isEqualTo("name");
        assertThat(hit.at("/highlights/0/parts").toString()).contains("{\"text\":\"Müller\",\"hit\":true}");

        admin.patch(CONTACTS + "/" + zoe.at("/id"), Map.of("name", "Zoë Renamed"))
                .expect(200);
        soon().untilAsserted(() -> assertThat(names(admin, "renamed")).containsExactly("Zoë Renamed"));
        assertThat(names(admin, "muller")).isEmpty();
        admin.delete(CONTACTS + "/" + zoe.at("/id")).expect(204);
        soon().untilAsserted(() -> assertThat(names(admin, "renamed")).isEmpty());
    }

    @Test
    void nothing_that_is_typed_is_an_operator_and_nonsense_is_refused() {
        create("Plain Contact", "x");
        for (String text :
                List.of("*", "pl*n", "plain | zzz", "!plain", "\"", "';--", "(a+)+$", "%", "_", ":*", "\\")) {
            assertThat(names(admin, "plain " + text + " zzz")).as(text).isEmpty();
        }
        soon().untilAsserted(() -> assertThat(names(admin, "& plain | :* !")).containsExactly("Plain Contact"));
        search(admin, "nul\0").refused(400, "validation-failed").pointsAt("/q");
        search(admin, "x".repeat(5_000)).refused(400, "validation-failed").pointsAt("/q");
        search(admin, "w ".repeat(17)).refused(400, "validation-failed").pointsAt("/q");
        admin.get(CONTACTS + "/search?q=x&size=201").refused(400, "validation-failed");
    }

    @Test
    void another_tenant_and_another_plugin_find_nothing() {
        create("Secret Somebody", "x");
        soon().untilAsserted(() -> assertThat(names(admin, "secret")).hasSize(1));
        TestTenant other = TestTenant.create(platform);
        Http stranger = other.client(platform);
        stranger.get(CONTACTS + "/search?q=secret").refused(403, "plugin-not-enabled");
        Published.install(platform, other, "crm");
        soon().untilAsserted(() -> search(stranger, "secret").expect(200));
        assertThat(search(stranger, "").at("/total")).isEqualTo("0");
        assertThat(search(stranger.with("X-Tenant-Slug", tenant.slug()), "secret")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_index_is_made_anew_while_an_admin_watches() {
        create("Anew Contact", "x");
        soon().untilAsserted(() -> assertThat(names(admin, "anew")).hasSize(1));
        soon().untilAsserted(
                        () -> assertThat(index("crm").at("/building").asText()).isEqualTo("false"));
        Answer accepted = admin.with("Prefer", "respond-async")
                .post(INDEXES + "/crm/reindex")
                .expect(202);
        String operation = accepted.header("Location");
        soon().until(() -> !admin.get(operation).at("/status").equals("RUNNING"));
        Answer done = admin.get(operation).expect(200);
        assertThat(done.at("/status")).as(done.text()).isEqualTo("SUCCEEDED");
        assertThat(done.json().at("/result/documents").asLong()).isPositive();
        assertThat(names(admin, "anew")).hasSize(1);
        assertThat(index("crm").at("/complete").asBoolean()).isTrue();
        assertThat(admin.get("/api/v1/audit-log?action=core.search.reindexed").at("/items/0/resourceId"))
                .isEqualTo("crm");

        assertThat(admin.post(INDEXES + "/crm/reindex")
                        .expect(200)
                        .json()
                        .path("documents")
                        .asLong())
                .isPositive();
        String told = platform.shell().run("search:reindex " + tenant.slug() + " crm");
        assertThat(told).contains("documents.");
        assertThat(platform.shell()
                        .json("search:status --json " + tenant.slug())
                        .at("/indexes/0/plugin")
                        .asText())
                .isEqualTo("crm");
        assertThat(platform.boss()
                        .get("/health")
                        .json()
                        .at("/checks/search/healthy")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void making_an_index_anew_takes_a_right_and_a_plugin_that_has_documents() {
        Login viewer = new Login(tenant.slug(), "viewer@" + tenant.slug() + ".example", "Looks-Only-1");
        admin.post(
                        "/api/v1/users",
                        Map.of(
                                "email",
                                viewer.username(),
                                "firstName",
                                "Vi",
                                "lastName",
                                "Ewer",
                                "password",
                                viewer.password(),
                                "roles",
                                List.of("viewer")))
                .expect(201);
        Http looks = platform.as(viewer);
        looks.get(INDEXES).refused(403, "permission-denied");
        looks.post(INDEXES + "/crm/reindex").refused(403, "permission-denied");
        search(looks, "x").expect(200);
        admin.post(INDEXES + "/nothing/reindex").refused(404, "not-found");
        String id = Published.freshId();
        Published.probe(platform, tenant, id);
        admin.post(INDEXES + "/" + id + "/reindex").refused(409, "conflict");
    }

    @Test
    void documents_go_with_the_data_of_the_plugin_and_stay_without() {
        TestTenant brief = TestTenant.create(platform);
        Published.install(platform, brief, "crm");
        Http owner = brief.client(platform);
        owner.post(CONTACTS, Map.of("name", "Kept Contact")).expect(201);
        soon().untilAsserted(() -> assertThat(names(owner, "kept")).hasSize(1));
        owner.delete(brief.plugin("crm")).expect(204);
        Published.install(platform, brief, "crm");
        soon().untilAsserted(() -> assertThat(names(owner, "kept")).hasSize(1));
        owner.delete(brief.plugin("crm") + "?deleteData=true").expect(204);
        Published.install(platform, brief, "crm");
        soon().untilAsserted(() ->
                assertThat(search(owner, "").expect(200).at("/total")).isEqualTo("0"));
        owner.post(CONTACTS, Map.of("name", "Fresh Contact")).expect(201);
        soon().untilAsserted(() -> assertThat(names(owner, "")).containsExactly("Fresh Contact"));
    }

    private Answer create(String name, String notes) {
        return admin.post(CONTACTS, Map.of("name", name, "notes", notes)).expect(201);
    }

    private JsonNode index(String plugin) {
        for (JsonNode item : admin.get(INDEXES).expect(200).json().path("items")) {
            if (item.path("plugin").asText().equals(plugin)) {
                return item;
            }
        }
        throw new AssertionError("There is no index of " + plugin);
    }

    private static Answer search(Http caller, String text) {
        return caller.get(CONTACTS + "/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    private static List<String> names(Http caller, String text) {
        List<String> names = new ArrayList<>();
        search(caller, text)
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> names.add(item.at("/contact/name").asText()));
        return names;
    }
}
