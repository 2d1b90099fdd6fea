package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static io.plexica.itests.blackbox.Published.version;
import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Credentials.Login;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.Probe;
import io.plexica.itests.support.Servers.Kind;
import io.plexica.itests.support.TestTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@BlackBox
@Order(BlackBox.KILLS)
class KillIT {

    private static final String TENANTS = "/api/v1/tenants";

    private final Platform platform;

    KillIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_platform_killed_while_provisioning_comes_back_with_whole_tenants_and_its_plugins() {
        String id = Published.freshId();
        TestTenant user = TestTenant.create(platform);
        Published.probe(platform, user, id);
        Published.upload(platform, Probe.version(id, "2.0.0"));
        Published.upgrade(platform, user, id, "2.0.0").expect(200);
        List<Login> wanted = new ArrayList<>();
        List<CompletableFuture<Answer>> calls = new ArrayList<>();
        Http boss = platform.boss();
        for (int i = 0; i < 4; i++) {
            String slug = TestTenant.freshSlug();
            wanted.add(new Login(slug, "admin@" + slug + ".example", "Killed-Halfway-1"));
            calls.add(boss.postLater(TENANTS, TestTenant.body(slug, wanted.get(i))));
        }
        soon().until(() -> wanted.stream()
                .anyMatch(login -> platform.database().schemas(schema(login)).size() > 0));

        platform.servers().kill(Kind.PLATFORM);
        calls.forEach(call -> call.exceptionally(failure -> null).join());
        platform.up();

        for (Login login : wanted) {
            wholeOrGone(login);
        }
        assertThat(version(user.client(platform), id).expect(200).at("/version"))
                .isEqualTo("2.0.0");
        assertThat(platform.boss().get("/api/v1/plugins/" + id + "/versions").text())
                .contains("1.0.0", "2.0.0");
    }

    private void wholeOrGone(Login login) {
        String path = TENANTS + "/" + login.tenant();
        soon().until(() -> !platform.boss().get(path).at("/status").equals("PROVISIONING"));
        Answer tenant = platform.boss().get(path);
        if (tenant.status() == 404) {
            assertThat(platform.database().schemas(schema(login))).isEmpty();
            assertThat(platform.database().roles(schema(login))).isEmpty();
            platform.keycloak().get("/realms/tenant-" + login.tenant()).expect(404);
            platform.boss()
                    .post(TENANTS, TestTenant.body(login.tenant(), login))
                    .expect(201);
        }
        assertThat(platform.boss().get(path).at("/status")).isEqualTo("ACTIVE");
        assertThat(platform.as(login)
                        .get("/api/v1/auth/me")
                        .expect(200)
                        .json()
                        .path("roles")
                        .toString())
                .contains("admin");
    }

    private static String schema(Login login) {
        return "tenant_" + login.tenant().replace('-', '_');
    }
}
