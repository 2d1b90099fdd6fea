package io.plexica.web.internal.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.spi.health.HealthCheck;
import io.plexica.spi.pages.Page;
import io.plexica.spi.pages.Pages;
import io.plexica.spi.pages.Visit;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.web.internal.support.Site;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HealthTest {

    private Site site;

    private record Check(String name, boolean neededForReady, Answer answer) implements HealthCheck {

        interface Answer {
            Health look() throws Exception;
        }

        @Override
        public Health check() throws Exception {
            return answer.look();
        }
    }

    @BeforeEach
    void open() throws Exception {
        site = new Site();
        site.rooms.user(null, "root", "operator");
        site.rooms.user(site.rooms.tenant("acme", TenantStatus.ACTIVE), "ann", "admin", "*");
    }

    @AfterEach
    void close() throws Exception {
        site.close();
    }

    @Test
    void it_is_not_ready_while_a_required_part_is_missing() throws Exception {
        assertThat(site.http.get("/health/live").send().text()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(site.http.get("/health/ready").send().status()).isEqualTo(503);
        assertThat(site.http
                        .get("/health")
                        .as("root")
                        .send()
                        .json()
                        .at("/checks/database/error")
                        .asText())
                .contains("missing");
    }

    @Test
    void a_browser_that_is_led_there_on_the_host_of_the_operators_gets_their_console() throws Exception {
        site.pages.add(new Pages() {
            @Override
            public String prefix() {
                return "/";
            }

            @Override
            public Page at(Visit visit) {
                return Page.html(200, Map.of(), "the page of " + visit.path());
            }
        });
        var page = site.http.get("/health").header("Accept", "text/html,*/*;q=0.8");
        assertThat(page.header("Host", "admin.localhost").send().text()).isEqualTo("the page of /health");
        assertThat(site.http
                        .get("/health")
                        .header("Host", "admin.localhost")
                        .send()
                        .status())
                .isEqualTo(401);
        assertThat(site.http.get("/health").header("Accept", "text/html").send().status())
                .isEqualTo(401);
    }

    @Test
    void it_is_ready_when_all_that_is_needed_is_well() throws Exception {
        site.health.addCheck(new Check("database", true, () -> HealthCheck.Health.UP));
        site.health.addCheck(new Check("identity", false, () -> HealthCheck.Health.down("away")));
        var ready = site.http.get("/health/ready").send();
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.text()).isEqualTo("{\"status\":\"UP\"}");
        var detail = site.http.get("/health").as("root").send().json();
        assertThat(detail.path("status").asText()).isEqualTo("degraded");
        assertThat(detail.at("/checks/database/healthy").asBoolean()).isTrue();
        assertThat(detail.at("/checks/identity/error").asText()).isEqualTo("away");
        assertThat(detail.has("timestamp")).isTrue();
    }

    @Test
    void what_is_needed_and_not_well_is_told_whatever_it_throws() throws Exception {
        site.health.addCheck(new Check("database", true, () -> {
            throw new IllegalStateException("no connection");
        }));
        assertThat(site.http.get("/health/ready").send().status()).isEqualTo(503);
        var detail = site.http.get("/health").as("root").send().json();
        assertThat(detail.path("status").asText()).isEqualTo("unhealthy");
        assertThat(detail.at("/checks/database/error").asText()).isEqualTo("no connection");
    }

    @Test
    void a_check_that_hangs_is_not_well_and_is_asked_once() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        site.health.addCheck(new Check("database", true, () -> {
            asked.incrementAndGet();
            release.await();
            return HealthCheck.Health.UP;
        }));
        for (int i = 0; i < 3; i++) {
            assertThat(site.http.get("/health/ready").send().status()).isEqualTo(503);
        }
        assertThat(asked).hasValue(1);
        release.countDown();
    }

    @Test
    void details_are_for_operators() throws Exception {
        assertThat(site.http.get("/health").send().code()).isEqualTo("401 unauthenticated");
        assertThat(site.http.get("/health").as("ann").send().code()).isEqualTo("403 permission-denied");
        assertThat(site.http.get("/health/nothing").send().code()).isEqualTo("404 not-found");
        assertThat(site.http.post("/health/live", "{}").send().code()).isEqualTo("405 method-not-allowed");
    }
}
