package io.plexica.settings.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.audit.internal.AuditMigrations;
import io.plexica.audit.internal.CoreAuditLog;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.settings.internal.rest.FlagResource;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.web.IfMatch;
import io.plexica.tenancy.internal.TenancyMigrations;
import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FlagServiceTest {

    private static final SchemaReady READY = new SchemaReady() {};
    private static final Tenant ACME = tenant("acme", "pro");
    private static final Tenant GLOBEX = tenant("globex", "free");

    private RoomDatabase server;
    private FlagService flags;

    @BeforeEach
    void start() {
        server = RoomDatabase.with(new AuditMigrations(), new TenancyMigrations(), new SettingsMigrations());
        flags = node();
        for (String slug : List.of("acme", "globex")) {
            server.admin("INSERT INTO core.tenants (id, slug, name, status, plan, tokens_not_before, created_at,"
                    + " updated_at) VALUES (gen_random_uuid(), '" + slug
                    + "', 'T', 'ACTIVE', 'free', now(), now(), now())");
        }
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_tenants_own_decision_counts_before_its_plan_and_that_before_everybodys() {
        assertThat(flags.isOn("billing", ACME)).isFalse();

        flags.create(new FlagBody("billing", null, false, Map.of("globex", true), List.of("pro")));
        assertThat(flags.isOn("billing", ACME)).isTrue();
        assertThat(flags.isOn("billing", GLOBEX)).isTrue();
        assertThat(flags.isOn("billing", tenant("third", "free"))).isFalse();
        assertThat(flags.isOn("billing", null)).isFalse();

        flags.replace("billing", new FlagBody(null, "x", true, Map.of("acme", false), null), IfMatch.ANY);
        assertThat(flags.isOn("billing", ACME)).isFalse();
        assertThat(flags.isOn("billing", GLOBEX)).isTrue();
        assertThat(flags.isOn("billing", null)).isTrue();
    }

    @Test
    void a_change_is_seen_on_other_nodes_and_leaves_an_audit_row() {
        FlagService other = node();
        assertThat(other.isOn("billing", ACME)).isFalse();

        flags.create(new FlagBody("billing", null, true, null, null));
        await().until(() -> other.isOn("billing", ACME));
        flags.delete("billing", IfMatch.ANY);
        await().until(() -> !other.isOn("billing", ACME));

        assertThat(server.query("SELECT action || ' ' || resource_id FROM core.audit_log ORDER BY at"))
                .containsExactly("core.feature-flag.created billing", "core.feature-flag.deleted billing");
    }

    @Test
    void without_its_audit_row_no_change_stands() {
        server.admin("ALTER TABLE core.audit_log ADD CONSTRAINT none CHECK (action <> 'core.feature-flag.created')");

        assertThatThrownBy(() -> flags.create(new FlagBody("billing", null, true, null, null)))
                .isInstanceOf(PlexicaException.class);

        assertThat(flags.all()).isEmpty();
        assertThat(flags.isOn("billing", ACME)).isFalse();
    }

    @Test
    void while_the_node_hears_nothing_it_asks_and_what_was_known_holds_when_it_cannot() {
        flags.create(new FlagBody("billing", null, true, null, null));
        assertThat(flags.isOn("billing", ACME)).isTrue();
        server.setDeaf(true);
        await().until(() -> !server.signals().isCurrent());

        server.admin("UPDATE core.feature_flags SET enabled = false");

        assertThat(flags.isOn("billing", ACME)).isFalse();
        server.setDeaf(false);
    }

    @Test
    void all_that_is_wrong_is_said_at_once() {
        assertWrong(
                () -> flags.create(new FlagBody(
                        "Not A Key", "x".repeat(1_001), null, Map.of("nobody", true), List.of("Not a plan"))),
                "/key",
                "/description",
                "/enabled",
                "/tenants/nobody",
                "/plans/0");
        assertWrong(
                () -> flags.create(new FlagBody(
                        "ok", null, true, Collections.singletonMap("acme", null), Collections.singletonList(null))),
                "/tenants/acme",
                "/plans/0");
        assertWrong(() -> flags.create(null), "");
    }

    @Test
    void a_patch_changes_what_it_names_and_refuses_nonsense() throws IOException {
        flags.create(new FlagBody("billing", "Bills", false, Map.of("acme", true), List.of("pro")));

        Flag flag = edit("{\"enabled\":true,\"tenants\":{\"acme\":null,\"globex\":false},\"description\":null}");

        assertThat(flag.enabled()).isTrue();
        assertThat(flag.description()).isNull();
        assertThat(flag.tenants()).isEqualTo(Map.of("globex", false));
        assertThat(flag.plans()).containsExactly("pro");
        assertThat(edit("{\"enabled\":true}").version()).isEqualTo(flag.version());
        assertWrong(
                () -> edit("{\"enabled\":1,\"plans\":{},\"tenants\":[],\"other\":1}"),
                "/other",
                "/enabled",
                "/tenants",
                "/plans");
        assertWrong(() -> edit("{\"key\":\"other\"}"), "/key");
        assertWrong(() -> edit("[]"), "");
    }

    @Test
    void flags_that_clash_are_gone_or_have_changed_are_refused() throws IOException {
        Flag first = flags.create(new FlagBody("billing", null, true, null, null));

        assertThatThrownBy(() -> flags.create(new FlagBody("billing", null, true, null, null)))
                .hasMessageStartingWith("key-taken: ");
        edit("{\"enabled\":false}");
        IfMatch asRead = IfMatch.of(IfMatch.tag(first.version()));
        assertCode(ErrorCode.PRECONDITION_FAILED, () -> flags.delete("billing", asRead));
        assertCode(ErrorCode.NOT_FOUND, () -> flags.delete("nothing", IfMatch.ANY));
        assertCode(ErrorCode.NOT_FOUND, () -> flags.get("nothing"));
    }

    @Test
    void what_was_decided_for_a_tenant_goes_with_it() {
        flags.create(new FlagBody("billing", null, false, Map.of("acme", true), null));

        server.admin("DELETE FROM core.tenants WHERE slug = 'acme'");

        assertThat(flags.get("billing").tenants()).isEmpty();
    }

    @Test
    void a_deployment_for_one_tenant_neither_shows_nor_changes_what_was_decided_for_others() throws IOException {
        flags.create(new FlagBody("billing", null, false, Map.of("acme", true, "globex", true), null));
        FlagService pinned = node(new TwoTenants("acme"));

        assertThat(pinned.get("billing").tenants()).isEqualTo(Map.of("acme", true));
        Flag changed = pinned.edit("billing", new ObjectMapper().readTree("{\"tenants\":null}"), IfMatch.ANY);

        assertThat(changed.tenants()).isEmpty();
        assertThat(flags.get("billing").tenants()).isEqualTo(Map.of("globex", true));
        for (String other : List.of("globex", "nobody")) {
            assertCode(
                    ErrorCode.TENANT_MISMATCH,
                    () -> pinned.create(new FlagBody("other", null, true, Map.of(other, true), null)));
            assertCode(
                    ErrorCode.TENANT_MISMATCH,
                    () -> pinned.replace(
                            "billing", new FlagBody(null, null, true, Map.of(other, true), null), IfMatch.ANY));
        }
        assertThat(server.query("SELECT after->>'tenants' FROM core.audit_log WHERE action ="
                        + " 'core.feature-flag.updated' AND outcome = 'SUCCESS'"))
                .containsExactly("{}");
    }

    @Test
    void what_is_refused_is_on_record() {
        flags.create(new FlagBody("billing", null, true, null, null));

        assertCode(ErrorCode.CONFLICT, () -> flags.create(new FlagBody("billing", null, true, null, null)));

        assertThat(server.query("SELECT action || ' ' || resource_id || ' ' || reason FROM core.audit_log"
                        + " WHERE outcome = 'FAILURE'"))
                .containsExactly(
                        "core.feature-flag.created billing key-taken: there is such a flag already: change it");
    }

    @Test
    void a_search_finds_words_that_are_there_and_not_those_that_are_missing() {
        flags.create(new FlagBody("plain", null, true, null, null));

        assertThat(new FlagResource(flags)
                        .list(new PageQuery(null, null, null, "null"))
                        .items())
                .isEmpty();
    }

    @Test
    void lists_are_paged_sorted_and_searched() {
        FlagResource resource = new FlagResource(flags);

        flags.create(new FlagBody("b", "Second", true, null, null));
        flags.create(new FlagBody("a", "First", true, null, null));

        assertThat(resource.list(new PageQuery()).items())
                .extracting(FlagJson::key)
                .containsExactly("a", "b");
        assertThat(resource.list(new PageQuery(null, "1", "-key", "second")).items())
                .extracting(FlagJson::key)
                .containsExactly("b");
        assertThatThrownBy(() -> resource.list(new PageQuery(null, null, "plans", null)))
                .hasMessageContaining("/sort");
    }

    private Flag edit(String patch) throws IOException {
        return flags.edit("billing", new ObjectMapper().readTree(patch), IfMatch.ANY);
    }

    private FlagService node() {
        return node(new TwoTenants(null));
    }

    private FlagService node(Tenants tenants) {
        var database = server.database();
        FlagService service =
                new FlagService(database, server.signals(), new CoreAuditLog(database, READY), tenants, READY);
        server.hear(service);
        return service;
    }

    private static void assertWrong(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String... pointers) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::pointer)
                                .containsExactlyInAnyOrder(pointers));
    }

    private static void assertCode(ErrorCode code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PlexicaException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static Tenant tenant(String slug, String plan) {
        return new Tenant(UUID.randomUUID(), slug, slug, TenantStatus.ACTIVE, plan, Instant.EPOCH);
    }

    /** Two tenants, of which a deployment may serve one alone. */
    private record TwoTenants(@Nullable String served) implements Tenants {

        @Override
        public Optional<String> pinned() {
            return Optional.ofNullable(served);
        }

        @Override
        public Optional<Tenant> find(String slug) {
            return all().stream().filter(tenant -> tenant.slug().equals(slug)).findFirst();
        }

        @Override
        public List<Tenant> all() {
            return List.of(ACME, GLOBEX);
        }

        @Override
        public Tenant create(NewTenant wanted) {
            throw new UnsupportedOperationException();
        }
    }
}
