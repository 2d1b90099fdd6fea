package io.plexica.notifications.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.notifications.internal.Rooms;
import io.plexica.notifications.internal.letters.KeptMessages;
import io.plexica.notifications.internal.notes.Notes;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.identity.UserSummary;
import io.plexica.spi.identity.Users;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Workspaces;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Who reads which kept message. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class NotificationResourceTest {

    private static final PageQuery ALL = new PageQuery(null, null, null, null);
    private static final Tenant ACME =
            new Tenant(UUID.randomUUID(), "acme", "Acme", TenantStatus.ACTIVE, "pro", Instant.EPOCH);
    private static final Principal MANAGER = new Principal(UUID.randomUUID(), "mia@acme.example", null, null, false);
    private static final Principal OPERATOR = new Principal(UUID.randomUUID(), "root@plexica", null, null, true);

    private static RoomDatabase server;

    private final NotificationResource resource =
            new NotificationResource(notes(), users(), authorization(), workspaces());

    @BeforeAll
    static void start() {
        server = Rooms.database();
        server.schemas().create("acme");
        server.admin("INSERT INTO core.tenants VALUES ('acme')");
        String values = " (id, recipient, template, language, subject, body_text, body_html, status, reason)"
                + " SELECT gen_random_uuid(), who, 'invitation', 'en', 'To ' || who, 'https://x.example/' || who, '',"
                + " status, 'because' FROM (VALUES ('bob@acme.example', 'KEPT'), ('admin@acme.example', 'FAILED'),"
                + " ('sent@acme.example', 'SENT'), ('soon@acme.example', 'WAITING')) v (who, status)";
        server.tenantAdmin("acme", "INSERT INTO messages" + values);
        server.admin("INSERT INTO core.messages" + values);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void who_manages_people_reads_what_was_kept_but_no_link_into_an_account_with_more_rights() {
        try (Contexts.Scope scope = as(ACME, MANAGER, Set.of("core:users:write", "core:users:read"))) {
            assertThat(resource.list(false, null, null, new PageQuery(null, null, "to", null))
                            .items())
                    .extracting(one ->
                            one.type() + " " + one.to() + " " + one.body().contains("https://"))
                    .containsExactly("message-failed admin@acme.example false", "message-kept bob@acme.example true");
        }
    }

    @Test
    void an_admin_reads_all_of_the_tenants_and_notes_it() {
        try (Contexts.Scope scope = as(ACME, MANAGER, Set.of("*", "core:users:write"))) {
            List<NotificationJson> all = resource.list(true, null, null, ALL).items();
            assertThat(all).hasSize(2).allMatch(one -> one.body().startsWith("https://x.example/"));
            assertThat(resource.markRead(all.get(0).id()).readAt()).isNotNull();
            assertThat(resource.list(true, null, null, ALL).items())
                    .extracting(NotificationJson::id)
                    .containsExactly(all.get(1).id());
        }
    }

    @Test
    void what_went_to_an_address_that_nobody_has_any_more_is_read_by_nobody() {
        Users nobody = fake(Users.class, (method, arguments) -> Optional.empty());
        NotificationResource orphaned = new NotificationResource(notes(), nobody, authorization(), workspaces());
        try (Contexts.Scope scope = as(ACME, MANAGER, Set.of("*", "core:users:write"))) {
            List<NotificationJson> all = orphaned.list(false, null, null, ALL).items();
            assertThat(all).hasSize(2).noneMatch(one -> one.body().contains("https://"));
            assertThat(orphaned.get(all.get(0).id()).body()).doesNotContain("https://");
        }
    }

    @Test
    void others_have_none() {
        UUID one;
        try (Contexts.Scope scope = as(ACME, OPERATOR, Set.of("*", "core:users:write"))) {
            one = resource.list(false, null, null, ALL).items().get(0).id();
        }
        try (Contexts.Scope scope = as(ACME, MANAGER, Set.of("core:users:read"))) {
            assertThat(resource.list(false, null, null, ALL).items()).isEmpty();
            assertThatThrownBy(() -> resource.list(false, null, null, new PageQuery("-1", null, null, null)))
                    .isInstanceOf(PlexicaException.class);
            assertNotFound(one);
        }
        try (Contexts.Scope scope = as(null, MANAGER, Set.of("core:users:write"))) {
            assertThat(resource.list(false, null, null, ALL).items()).isEmpty();
        }
    }

    @Test
    void a_super_admin_who_names_no_tenant_reads_the_platforms_own() {
        try (Contexts.Scope scope = as(null, OPERATOR, Set.of())) {
            NotificationJson own = resource.list(false, null, null, ALL).items().get(0);
            assertThat(resource.get(own.id()).body()).startsWith("https://");
        }
    }

    @Test
    void everybody_reads_what_they_were_told_and_nobody_what_others_were() {
        UUID told = UUID.randomUUID();
        Principal eve = new Principal(UUID.randomUUID(), "eve@acme.example", null, null, false);
        server.admin("SELECT core.write_notification('" + told + "', 'acme', 'crm', 'notification', 'INFO', 'A deal',"
                + " 'It is won', '/crm/deals/1', ARRAY['" + eve.id() + "'::uuid])");
        try (Contexts.Scope scope = as(ACME, eve, Set.of())) {
            NotificationList list = resource.list(true, null, null, new PageQuery(null, null, null, "WON"));
            assertThat(list.unread()).isEqualTo(1);
            assertThat(list.items()).singleElement().satisfies(one -> {
                assertThat(one.source()).isEqualTo("crm");
                assertThat(one.link()).isEqualTo("/crm/deals/1");
            });
            assertThat(resource.list(false, "info", "crm", ALL).total()).isEqualTo(1);
            assertThat(resource.list(false, "WARNING", null, ALL).total()).isZero();
            assertThat(resource.list(false, null, "core", ALL).total()).isZero();
            assertThatThrownBy(() -> resource.list(false, "loud", null, ALL))
                    .isInstanceOfSatisfying(
                            PlexicaException.class,
                            e -> assertThat(e.errors())
                                    .singleElement()
                                    .satisfies(
                                            wrong -> assertThat(wrong.pointer()).isEqualTo("/severity")));
            assertThat(resource.markRead(told).readAt()).isNotNull();
            assertThat(resource.list(true, null, null, ALL).items()).isEmpty();
            assertThat(resource.markAllRead().read()).isZero();
        }
        try (Contexts.Scope scope = as(ACME, MANAGER, Set.of("core:users:read"))) {
            assertNotFound(told);
        }
        try (Contexts.Scope scope = as(null, eve, Set.of())) {
            assertNotFound(told);
        }
        try (Contexts.Scope scope = as(ACME, eve, Set.of())) {
            resource.delete(told);
            assertNotFound(told);
        }
    }

    @Test
    void a_message_for_several_is_not_taken_away_from_them() {
        try (Contexts.Scope scope = as(ACME, OPERATOR, Set.of("*", "core:users:write"))) {
            UUID shared = resource.list(false, null, null, ALL).items().get(0).id();
            assertThatThrownBy(() -> resource.delete(shared)).hasMessageContaining("shared-message");
            assertThat(resource.markAllRead().read()).isEqualTo(2);
            assertThat(resource.list(true, null, null, ALL).unread()).isZero();
            assertThat(resource.markAllRead().read()).isZero();
        }
    }

    private static Notes notes() {
        SchemaReady ready = new SchemaReady() {};
        return new Notes(server.database(), server.signals(), new KeptMessages(server.database(), ready), ready);
    }

    private void assertNotFound(UUID id) {
        for (Runnable call :
                List.<Runnable>of(() -> resource.get(id), () -> resource.markRead(id), () -> resource.delete(id))) {
            assertThatThrownBy(call::run)
                    .isInstanceOfSatisfying(
                            PlexicaException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND));
        }
    }

    private static Contexts.Scope as(Tenant tenant, Principal principal, Set<String> keys) {
        return Contexts.open(ExecutionContext.platform("trace").inTenant(tenant).as(principal, new Held(keys)));
    }

    private static Users users() {
        return fake(Users.class, (method, arguments) -> {
            UserSummary user = new UserSummary(UUID.randomUUID(), (String) arguments[1], null, null, UserStatus.ACTIVE);
            return Optional.of(user);
        });
    }

    /** The admin holds everything, others read people. */
    private static Authorization authorization() {
        return fake(Authorization.class, (method, arguments) -> {
            if (method.equals("grants")) {
                boolean admin = ((Principal) arguments[1]).email().startsWith("admin@");
                return new Held(admin ? Set.of("*") : Set.of("core:users:read"));
            }
            Set<String> own = Contexts.require().grants().keys();
            if (!own.contains("*") && !own.containsAll((Collection<?>) arguments[0])) {
                throw new PlexicaException(ErrorCode.PERMISSION_DENIED, "no");
            }
            return null;
        });
    }

    private static Workspaces workspaces() {
        return fake(Workspaces.class, (method, arguments) -> List.of());
    }

    private interface Answer {
        Object to(String method, Object[] arguments);
    }

    private static <T> T fake(Class<T> type, Answer answer) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answer.to(method.getName(), arguments)));
    }

    private record Held(Set<String> keys) implements Grants {
        @Override
        public Set<String> roles() {
            return Set.of();
        }

        @Override
        public boolean covers(String key) {
            return keys.contains(key);
        }
    }
}
