package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.Probe;
import io.plexica.itests.support.TestTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Looks, after all that works, wherever a secret could have come to light. */
@BlackBox
@Order(BlackBox.HURTS - 2)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SecretsIT {

    private static final String PASSWORD = "Known-To-Nobody-0";
    private static final String SETTING = "sk-known-to-the-plugin-alone-1";

    private final Platform platform;
    private final List<String> secrets = new ArrayList<>();
    private Http admin;

    SecretsIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void doTheMainJob() {
        TestTenant tenant = TestTenant.create(platform);
        admin = tenant.client(platform);
        admin.post("/api/v1/users", Map.of("email", "eve@" + tenant.slug() + ".example", "password", PASSWORD))
                .expect(201);
        platform.http()
                .post(
                        "/api/v1/auth/login",
                        Map.of(
                                "tenant",
                                tenant.slug(),
                                "username",
                                "eve@" + tenant.slug() + ".example",
                                "password",
                                PASSWORD + "x"))
                .expect(401);
        Answer login = platform.http()
                .post(
                        "/api/v1/auth/login",
                        Map.of(
                                "tenant",
                                tenant.slug(),
                                "username",
                                "eve@" + tenant.slug() + ".example",
                                "password",
                                PASSWORD))
                .expect(200);
        String id = Published.freshId();
        Published.upload(platform, Probe.version(id, "1.0.0").manifest(SecretsIT::addSecret));
        Published.install(platform, tenant, id);
        admin.put(tenant.plugin(id) + "/configuration", Map.of("values", Map.of("apiKey", SETTING)))
                .expect(200);
        admin.get("/api/plugins/" + id + "/broken").expect(500);
        Answer key = admin.post("/api/v1/api-keys", Map.of("name", "machine", "permissions", List.of(id + ":*")))
                .expect(201);
        platform.http()
                .as(key.at("/key"))
                .get("/api/v1/shared-data/" + id + "/none")
                .refused(404, "not-found");
        secrets.addAll(List.of(PASSWORD, SETTING, key.at("/key"), login.at("/accessToken"), login.at("/refreshToken")));
        secrets.add(tenant.admin().password() + "\"");
        secrets.addAll(platform.credentials().passwords());
        secrets.addAll(platform.secrets());
        assertThat(secrets)
                .hasSizeGreaterThan(15)
                .allSatisfy(secret -> assertThat(secret).hasSizeGreaterThan(8));
    }

    @Test
    void no_secret_is_in_any_log() {
        demandNone("the logs", platform.logs().everything());
    }

    @Test
    void no_secret_is_a_property_of_a_service() {
        String services = platform.shell().run("bundle:services -p");

        assertThat(services).contains("plexica.resource", "io.plexica.spi.config.Secrets");
        demandNone("the services", services);
        demandNone("the system's properties", platform.shell().run("system:property"));
    }

    @Test
    void no_secret_is_in_an_answer() {
        Http boss = platform.boss();
        List<ApiOperation> operations =
                ApiOperation.of(admin.get("/api/openapi.json").expect(200).json());
        int answered = 0;
        for (ApiOperation operation : operations) {
            if (operation.method().equals("GET")
                    && !operation.path().contains("{")
                    && !operation.path().endsWith("stream")) {
                for (Answer answer : List.of(admin.get(operation.path()), boss.get(operation.path()))) {
                    demandNone(answer.call(), answer.text());
                    answered += answer.status() == 200 ? 1 : 0;
                }
            }
        }
        assertThat(answered).isGreaterThan(20);
        demandNone("/health", boss.get("/health").expect(200).text());
        demandNone("/metrics", boss.get("/metrics").expect(200).text());
    }

    private static void addSecret(ObjectNode manifest) {
        ObjectNode configuration = manifest.putObject("configuration");
        configuration
                .putObject("schema")
                .put("type", "object")
                .putObject("properties")
                .putObject("apiKey")
                .put("type", "string");
        configuration.putArray("secrets").add("apiKey");
    }

    private void demandNone(String where, String text) {
        for (String secret : secrets) {
            assertThat(text.contains(secret))
                    .as("%s tells the secret that begins with %s", where, secret.substring(0, 4))
                    .isFalse();
        }
    }
}
