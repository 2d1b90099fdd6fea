package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.Servers.Kind;
import io.plexica.itests.support.TestTenant;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@BlackBox
@Order(BlackBox.KILLS)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EventsIT {

    private static final String DEAD_LETTERS = "/api/v1/events/dead-letters";

    private final Platform platform;
    private String speaker;
    private String listener;
    private TestTenant tenant;

    EventsIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void publishWhoSpeaksAndWhoListens() {
        speaker = Published.freshId();
        listener = Published.freshId();
        Published.upload(platform, Gossip.speaker(speaker));
        Published.upload(platform, Gossip.listener(listener, speaker));
        tenant = inhabited();
    }

    @Test
    void an_event_reaches_the_handler_in_its_tenant_alone_and_in_order() {
        TestTenant other = inhabited();

        for (int n = 1; n <= 5; n++) {
            say(tenant, "order", n).expect(200);
        }
        say(other, "elsewhere", 1).expect(200);

        soon().untilAsserted(() -> assertThat(heard(tenant, "order/"))
                .containsExactly("order/1", "order/2", "order/3", "order/4", "order/5"));
        soon().untilAsserted(() -> assertThat(heard(other, "")).containsExactly("elsewhere/1"));
        assertThat(heard(tenant, "elsewhere")).isEmpty();
        assertThat(platform.shell().json("event:tail --tenant " + other.slug()).toString())
                .contains(speaker + ".thing.said", listener + " done");
    }

    @Test
    void work_that_is_rolled_back_publishes_nothing_and_names_must_be_declared() {
        say(tenant, "never", 1, "?break=true").refused(500, "plugin-error");
        assertThat(say(tenant, "never", 2, "?name=" + speaker + ".thing.shouted")
                        .expect(500)
                        .at("/code"))
                .isIn("internal-error", "plugin-error");
        say(tenant, "after", 3).expect(200);

        soon().untilAsserted(() -> assertThat(heard(tenant, "after/")).containsExactly("after/3"));
        assertThat(heard(tenant, "never/")).isEmpty();
    }

    @Test
    void what_the_platform_does_is_heard_too() {
        String user = tenant.client(platform)
                .post(
                        "/api/v1/users",
                        Map.of("email", "eve@" + tenant.slug() + ".example", "password", "Some-Pass-0-Word"))
                .expect(201)
                .at("/id");

        soon().untilAsserted(() -> assertThat(heard(tenant, user)).hasSize(1));
    }

    @Test
    void while_it_is_disabled_nothing_is_delivered_and_a_replay_makes_up_for_it() {
        TestTenant shop = inhabited();
        Http admin = shop.client(platform);
        admin.post(shop.plugin(listener) + "/disable").expect(200);
        say(shop, "missed", 1).expect(200);
        soon().until(() -> platform.shell().json("event:lag").path("waiting").asInt() == 0);
        admin.post(shop.plugin(listener) + "/enable").expect(200);
        say(shop, "met", 2).expect(200);
        soon().untilAsserted(() -> assertThat(heard(shop, "met/")).containsExactly("met/2"));
        assertThat(heard(shop, "missed/")).isEmpty();

        String replay = "event:replay --yes --plugin " + listener + " --tenant ";
        assertThat(platform.shell().run(replay + shop.slug() + " --event " + speaker + ".thing.said"))
                .contains("Name a dead letter's id and nothing else");
        assertThat(platform.shell().run(replay + "nowhere-at-all")).contains("There is no tenant nowhere-at-all");
        platform.shell().json(replay + shop.slug());

        soon().untilAsserted(() -> assertThat(heard(shop, "missed/")).containsExactly("missed/1"));
    }

    @Test
    void a_failing_handler_leaves_a_dead_letter_that_can_be_delivered_again() {
        TestTenant shop = inhabited();
        Http admin = shop.client(platform);
        say(shop, "luck", 13).expect(200);
        say(shop, "other", 1).expect(200);
        soon().untilAsserted(() -> assertThat(heard(shop, "other/")).containsExactly("other/1"));
        assertThat(admin.get(DEAD_LETTERS).expect(200).json().path("total").asInt())
                .isZero();

        giveUp(shop);
        soon().untilAsserted(() -> assertThat(admin.get(DEAD_LETTERS + "?plugin=" + listener)
                        .expect(200)
                        .at("/items/0/reason"))
                .contains("thirteen is bad luck"));
        JsonNode letter =
                admin.get(DEAD_LETTERS).expect(200).json().path("items").path(0);
        assertThat(letter.path("event").asText()).isEqualTo(speaker + ".thing.said");
        assertThat(heard(shop, "luck/")).isEmpty();
        String replay = DEAD_LETTERS + "/" + letter.path("id").asText() + "/replay";
        assertThat(platform.boss()
                        .get(DEAD_LETTERS + "?tenant=" + shop.slug())
                        .expect(200)
                        .text())
                .contains(letter.path("id").asText());
        tenant.client(platform).post(replay).refused(404, "not-found");
        admin.post(DEAD_LETTERS + "/nothing/replay").refused(404, "not-found");
        admin.get(DEAD_LETTERS + "?tenant=acme").refused(400, "validation-failed");
        admin.get(DEAD_LETTERS + "?sort=nonsense").refused(400, "validation-failed");
        admin.get(DEAD_LETTERS + "?size=201&page=-1").refused(400, "validation-failed");
        assertThat(admin.get(DEAD_LETTERS + "?q=BAD+LUCK").expect(200).at("/total"))
                .isEqualTo("1");
        assertThat(admin.get(DEAD_LETTERS + "?q=good+luck").expect(200).at("/total"))
                .isEqualTo("0");
        Http reader = platform.http()
                .as(admin.post("/api/v1/api-keys", Map.of("name", "reader", "permissions", List.of("core:events:read")))
                        .expect(201)
                        .at("/key"));
        reader.get(DEAD_LETTERS).expect(200);
        assertThat(reader.post(replay).refused(403, "permission-denied").text()).contains("core:events:replay");
        platform.as("acme", "viewer").get(DEAD_LETTERS).refused(403, "permission-denied");
        platform.http().get(DEAD_LETTERS).refused(401, "unauthenticated");

        admin.post("/api/plugins/" + listener + "/mercy").expect(200);
        assertThat(admin.post(replay).expect(200).at("/event")).isEqualTo(speaker + ".thing.said");

        soon().untilAsserted(() -> assertThat(heard(shop, "luck/")).containsExactly("luck/13"));
        assertThat(admin.get("/api/v1/audit-log?action=core.event.replayed")
                        .expect(200)
                        .text())
                .contains(listener);
        assertThat(platform.shell()
                        .json("event:dead-letters --tenant " + shop.slug())
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void the_crm_says_what_happens_to_contacts_and_deals() {
        TestTenant shop = inhabited();
        Published.install(platform, shop, "crm");
        Http admin = shop.client(platform);
        String contact = admin.post("/api/plugins/crm/contacts", Map.of("name", "Ann"))
                .expect(201)
                .at("/id");
        admin.post("/api/plugins/crm/deals", Map.of("title", "Deal", "contactId", contact, "stage", "WON"))
                .expect(201);

        List<String> names = new ArrayList<>();
        platform.shell()
                .json("event:tail --tenant " + shop.slug())
                .forEach(happened -> names.add(happened.at("/event/name").asText()));
        assertThat(names)
                .contains("core.plugin.installed")
                .containsSubsequence("crm.contact.created", "crm.deal.created", "crm.deal.won");
    }

    @Test
    void a_platform_that_is_killed_in_between_loses_nothing_and_delivers_nothing_twice() {
        for (int n = 100; n < 130; n++) {
            say(tenant, "kill" + n % 3, n).expect(200);
        }
        platform.servers().kill(Kind.PLATFORM);
        platform.up();

        soon().atMost(Duration.ofSeconds(100))
                .untilAsserted(() -> assertThat(heard(tenant, "kill")).hasSize(30));
        assertThat(heard(tenant, "kill")).doesNotHaveDuplicates();
        assertThat(heard(tenant, "kill0/")).isSorted();
        soon().untilAsserted(() -> assertThat(platform.boss()
                        .get("/health")
                        .expect(200)
                        .json()
                        .at("/checks/events/healthy")
                        .asBoolean())
                .isTrue());
    }

    /** What has failed is as if it had failed for the last time but one, and tried at once. */
    private void giveUp(TestTenant shop) {
        soon().until(() -> platform.database()
                        .update("UPDATE core.events_deliveries SET attempts = 7, due_at = now() WHERE tenant_slug = '"
                                + shop.slug() + "' AND state = 'PENDING' AND claim IS NULL AND reason IS NOT NULL")
                == 1);
    }

    private TestTenant inhabited() {
        TestTenant fresh = TestTenant.create(platform);
        Published.install(platform, fresh, speaker);
        Published.install(platform, fresh, listener);
        return fresh;
    }

    private Answer say(TestTenant where, String thing, int n) {
        return say(where, thing, n, "");
    }

    private Answer say(TestTenant where, String thing, int n, String how) {
        return where.client(platform).post("/api/plugins/" + speaker + "/say/" + thing + "/" + n + how);
    }

    private List<String> heard(TestTenant where, String prefix) {
        List<String> heard = new ArrayList<>();
        where.client(platform)
                .get("/api/plugins/" + listener + "/heard")
                .expect(200)
                .json()
                .forEach(said -> heard.add(said.asText()));
        return heard.stream().filter(said -> said.startsWith(prefix)).toList();
    }
}
