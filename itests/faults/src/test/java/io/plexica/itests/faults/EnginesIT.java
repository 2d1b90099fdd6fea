package io.plexica.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.faults.history.Call;
import io.plexica.itests.faults.history.Intent;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.TestTenant;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The assembled distribution in which every engine has been switched by a line: not one is the one that comes along. */
@ExtendWith(SiteExtension.class)
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class EnginesIT {

    private static final String CONTACTS = "/api/plugins/crm/contacts";

    private final Site site;
    private final Caller caller;
    private final Platform platform;
    private final TestTenant tenant;

    EnginesIT(Site site, Caller caller) {
        this.site = site;
        this.caller = caller;
        this.platform = site.one().platform();
        this.tenant = site.tenants().get(0);
    }

    @BeforeAll
    void installTheCrmAndWhoListensToIt(@TempDir Path folder) {
        platform.boss().upload(WitnessPlugin.jar().build(folder)).expect(201);
        for (String plugin : List.of("crm", WitnessPlugin.ID)) {
            tenant.client(platform)
                    .post(tenant.plugin(plugin) + "/install", Map.of())
                    .expect(201);
        }
    }

    @Test
    void the_health_check_names_each_engine_and_all_are_well() {
        Map<String, String> engines = Map.of(
                "cache/details/kind", "redis",
                "storage/details/engine", "s3",
                "search/details/engine", "opensearch",
                "events/details/transport", "kafka");
        Site.soon().untilAsserted(() -> {
            JsonNode checks = platform.boss().get("/health").expect(200).json().path("checks");
            engines.forEach(
                    (pointer, name) -> assertThat(checks.at("/" + pointer).asText())
                            .as("%s of %s", pointer, checks)
                            .isEqualTo(name));
            checks.forEach(check -> assertThat(check.path("healthy").asBoolean())
                    .as("%s", checks)
                    .isTrue());
        });
    }

    @Test
    void a_contact_is_found_by_opensearch_and_told_of_by_kafka() {
        Http admin = tenant.client(platform);
        String id = admin.post(CONTACTS, Map.of("name", "Zoë Müller", "notes", "analytical engine"))
                .expect(201)
                .at("/id");

        Site.soon()
                .untilAsserted(() -> assertThat(admin.get(CONTACTS + "/search?q=muller")
                                .expect(200)
                                .at("/items/0/contact/id"))
                        .isEqualTo(id));
        assertThat(site.search().documents(tenant.slug(), "crm")).isEqualTo(1);

        Site.soon()
                .untilAsserted(() -> assertThat(admin.get("/api/plugins/" + WitnessPlugin.ID + "/heard")
                                .expect(200)
                                .json()
                                .findValuesAsText("contact"))
                        .containsExactly(id));
        assertThat(site.kafka().topics()).contains(tenant.slug() + ".crm.contact.created");
    }

    @Test
    void what_was_read_is_remembered_and_calls_are_counted_in_redis() {
        demand(Intent.KEEP, "engine");
        // A value that was made while others were forgetting it is not kept.
        Site.soon().untilAsserted(() -> {
            demand(Intent.READ, "engine");
            assertThat(site.redis().keys(tenant.slug() + ":*"))
                    .anyMatch(key -> key.endsWith("thing:engine"))
                    .anyMatch(key -> key.startsWith(tenant.slug() + ":!limit:"));
        });
    }

    @Test
    void files_lie_on_the_s3_server() {
        Call call = demand(Intent.ATTACH, "engine");
        assertThat(site.s3().objects())
                .anyMatch(object -> object.contains(tenant.slug()) && object.endsWith(call.op()));
    }

    private Call demand(Intent intent, String thing) {
        Call call = caller.call(site.one(), tenant, intent, thing);
        assertThat(call.outcome()).as("%s", call).isEqualTo(Call.Outcome.ACKNOWLEDGED);
        return call;
    }
}
