package io.plexica.itests.blackbox;

import static io.plexica.itests.blackbox.Published.soon;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.itests.support.Answer;
import io.plexica.itests.support.Credentials.Login;
import io.plexica.itests.support.Http;
import io.plexica.itests.support.Platform;
import io.plexica.itests.support.PluginJar;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@BlackBox
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationsIT {

    private static final String NOTIFICATIONS = "/api/v1/notifications";
    private static final int STREAMS_PER_USER = 8;

    private static final String HERALD = """
            package {{package}};
            import io.plexica.api.context.RequestContext;
            import io.plexica.api.notifications.*;
            import io.plexica.api.rest.PlexicaResource;
            import io.plexica.api.security.Authenticated;
            import java.util.*;
            import javax.ws.rs.*;
            import org.osgi.service.component.annotations.*;
            @Component(service = Herald.class) @PlexicaResource @Path("/") @Produces("application/json")
            public class Herald {
                private final Notifications notifications;
                @Activate public Herald(@Reference Notifications notifications) { this.notifications = notifications; }
                @POST @Path("tell/{user}") @Authenticated
                public Map<String, Object> tell(
                        @PathParam("user") UUID user,
                        @QueryParam("title") String title,
                        @QueryParam("link") String link,
                        @QueryParam("break") boolean broken) {
                    int told = notifications.send(Recipients.user(user), Notification.of(title, "Hear!").leadingTo(link));
                    if (broken) {
                        throw new IllegalStateException("changed my mind");
                    }
                    return Map.of("told", told);
                }
            }
            """;

    private final Platform platform;
    private String herald;
    private Inhabited company;
    private Login listener;
    private Http member;
    private String memberId;

    NotificationsIT(Platform platform) {
        this.platform = platform;
    }

    @BeforeAll
    void publishTheHerald() {
        herald = Published.freshId();
        Published.upload(platform, PluginJar.of(herald, "1.0.0").source("Herald", HERALD));
        company = Inhabited.create(platform);
        Published.install(platform, company.tenant(), herald);
        listener = new Login(company.tenant().slug(), "mia@" + company.tenant().slug() + ".example", "All-Ears-0-Word");
        company.admin()
                .post(
                        "/api/v1/users",
                        Map.of(
                                "email", listener.username(),
                                "password", listener.password(),
                                "roles", List.of("member")))
                .expect(201);
        member = platform.as(listener);
        memberId = member.get("/api/v1/auth/me").expect(200).at("/user/id");
    }

    @Test
    void a_plugin_tells_somebody_who_hears_it_at_once_reads_it_and_throws_it_away() throws Exception {
        try (LiveStream stream = open(listener, null)) {
            soon().until(() -> stream.names().contains("hello"));
            tell("Dinner is ready", "/kitchen").expect(200);
            soon().until(() -> heard(
                    stream,
                    "notifications",
                    one -> one.at("/notification/title").asText().equals("Dinner is ready")));
        }

        Answer list = member.get(NOTIFICATIONS + "?unread=true&q=dinner&sort=-createdAt")
                .expect(200);
        assertThat(list.json().path("total").asInt()).isEqualTo(1);
        assertThat(list.json().path("unread").asInt()).isPositive();
        assertThat(list.at("/items/0/source")).isEqualTo(herald);
        assertThat(list.at("/items/0/link")).isEqualTo("/kitchen");
        String one = NOTIFICATIONS + "/" + list.at("/items/0/id");
        company.admin().get(one).refused(404, "not-found");
        company.admin().post(one + "/read").refused(404, "not-found");
        company.admin().delete(one).refused(404, "not-found");
        assertThat(member.post(one + "/read").expect(200).at("/readAt")).isNotEmpty();
        member.delete(one).expect(204);
        member.get(one).refused(404, "not-found");
        member.get(NOTIFICATIONS + "?sort=nonsense").refused(400, "validation-failed");
        platform.http().get(NOTIFICATIONS).refused(401, "unauthenticated");
        platform.http().get("/api/v1/stream").refused(401, "unauthenticated");
    }

    @Test
    void nobody_is_told_of_work_that_failed_or_led_astray() {
        tell("Never", "/x&break=true").refused(500, "plugin-error");
        tell("Never", "https://evil.example/").expect(500);

        assertThat(member.get(NOTIFICATIONS + "?q=Never")
                        .expect(200)
                        .json()
                        .path("total")
                        .asInt())
                .isZero();
    }

    @Test
    void the_stream_tells_of_plugins_and_rights_and_goes_on_after_a_break() throws Exception {
        String last;
        try (LiveStream stream = open(company.viewer(), null)) {
            soon().until(() -> stream.names().contains("hello"));
            company.admin().post(company.tenant().plugin(herald) + "/disable").expect(200);
            soon().until(() ->
                    heard(stream, "installations", one -> !one.toString().contains(herald)));
            roles(List.of("viewer", "member"));
            soon().until(() ->
                    heard(stream, "rights", one -> one.path("roles").toString().contains("member")));
            last = stream.lastId();
        }
        company.admin().post(company.tenant().plugin(herald) + "/enable").expect(200);
        try (LiveStream stream = open(company.viewer(), last)) {
            soon().until(() ->
                    heard(stream, "installations", one -> one.toString().contains(herald)));
            assertThat(stream.names()).contains("rights").doesNotContain("hello", "reset");
        }
        try (LiveStream stream = open(company.viewer(), "0123456789abcdef-1")) {
            soon().until(() -> stream.names().contains("reset"));
        }
        Http viewer = platform.as(company.viewer());
        soon().untilAsserted(() ->
                assertThat(viewer.get(NOTIFICATIONS).expect(200).text()).contains("roles-changed"));
        roles(List.of("viewer"));
    }

    @Test
    void one_stream_too_many_ends_the_oldest_and_the_session_ends_them_all() throws Exception {
        Answer login = platform.http()
                .post("/api/v1/auth/login", company.viewer().body())
                .expect(200);
        String token = login.at("/accessToken");
        Deque<LiveStream> streams = new ArrayDeque<>();
        try {
            for (int i = 0; i <= STREAMS_PER_USER; i++) {
                LiveStream stream = LiveStream.open(platform.url(), token, null);
                streams.add(stream);
                soon().until(() -> stream.names().contains("hello"));
            }
            LiveStream oldest = streams.remove();
            soon().until(oldest::hasEnded);
            assertThat(oldest.names()).contains("crowded");
            assertThat(streams).noneMatch(LiveStream::hasEnded);

            platform.http()
                    .as(token)
                    .post("/api/v1/auth/logout", Map.of("refreshToken", login.at("/refreshToken")))
                    .expect(204);
            soon().until(() -> streams.stream().allMatch(LiveStream::hasEnded));
            assertThat(streams).noneMatch(stream -> stream.names().contains("crowded"));
        } finally {
            streams.forEach(LiveStream::close);
        }
    }

    @Test
    void admins_hear_of_their_plugins_and_operators_tell_people_from_the_shell() {
        Http other = company.admin();
        platform.boss().delete(company.tenant().plugin("crm")).expect(204);
        soon().untilAsserted(() ->
                assertThat(other.get(NOTIFICATIONS).expect(200).text()).contains("plugin-uninstalled"));
        assertThat(platform.shell()
                        .json("notification:send --severity warning "
                                + company.tenant().slug() + " 'Back in a minute'")
                        .path("people")
                        .asInt())
                .isPositive();
        soon().untilAsserted(() -> assertThat(
                        other.get(NOTIFICATIONS + "?q=minute").expect(200).at("/items/0/severity"))
                .isEqualTo("WARNING"));
        assertThat(platform.shell()
                        .json("notification:list " + company.tenant().slug() + " " + listener.username())
                        .toString())
                .contains("Back in a minute");
        assertThat(other.get("/api/v1/audit-log?action=core.notification.sent")
                        .expect(200)
                        .text())
                .contains("Back in a minute");
        assertThat(other.post(NOTIFICATIONS + "/read-all")
                        .expect(200)
                        .json()
                        .path("read")
                        .asInt())
                .isPositive();
        assertThat(other.get(NOTIFICATIONS).expect(200).json().path("unread").asInt())
                .isZero();
    }

    private Answer tell(String title, String link) {
        return company.admin()
                .post("/api/plugins/" + herald + "/tell/" + memberId + "?title=" + title.replace(" ", "%20") + "&link="
                        + link);
    }

    private void roles(List<String> roles) {
        String viewer =
                platform.as(company.viewer()).get("/api/v1/auth/me").expect(200).at("/user/id");
        company.admin()
                .put("/api/v1/users/" + viewer + "/roles", Map.of("roles", roles))
                .expect(200);
    }

    private LiveStream open(Login who, String last) throws Exception {
        return LiveStream.open(platform.url(), platform.token(who), last);
    }

    private static boolean heard(LiveStream stream, String name, Predicate<JsonNode> data) {
        return stream.events().stream().anyMatch(event -> event.name().equals(name) && data.test(event.data()));
    }
}
