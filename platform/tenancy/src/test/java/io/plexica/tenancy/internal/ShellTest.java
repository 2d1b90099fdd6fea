package io.plexica.tenancy.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.PageQuery;
import io.plexica.audit.internal.AuditMigrations;
import io.plexica.audit.internal.CoreAuditLog;
import io.plexica.itests.rooms.FaultyDatabase;
import io.plexica.itests.rooms.RoomDatabase;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.plugins.Plugins;
import io.plexica.spi.tenancy.PlanBound;
import io.plexica.tenancy.internal.shell.CreateCommand;
import io.plexica.tenancy.internal.shell.DeleteCommand;
import io.plexica.tenancy.internal.shell.InfoCommand;
import io.plexica.tenancy.internal.shell.ListCommand;
import io.plexica.tenancy.internal.shell.PlansCommand;
import io.plexica.tenancy.internal.shell.RestoreCommand;
import io.plexica.tenancy.internal.shell.SlugCompleter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.karaf.shell.api.action.Action;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ShellTest {

    private static final SchemaReady READY = new SchemaReady() {};

    private final RoomDatabase server = RoomDatabase.with(new AuditMigrations(), new TenancyMigrations());
    private final FakeConsole console = new FakeConsole();
    private final TenancySettings settings = new TenancySettings(
            List.of("schema", "workspace"), Plans.of("free,pro:dedicated"), Duration.ofDays(30), null);
    private TenantService tenants;

    @BeforeEach
    void start() {
        FaultyDatabase database = server.database();
        FakeRegistry registry = new FakeRegistry();
        FakePools pools = new FakePools();
        tenants = new TenantService(
                registry.context(),
                database,
                pools,
                server.signals(),
                new CoreAuditLog(database, READY),
                settings,
                READY);
        tenants.addStep(registry.register(new SchemaStep(server.schemas(), pools, settings)));
        tenants.addStep(registry.register(new WorkspaceStep(database, READY)));
    }

    @AfterEach
    void stop() {
        tenants.stop();
        server.close();
    }

    @Test
    void creating_shows_each_step_and_the_result() throws Exception {
        create("acme");

        assertThat(console.text())
                .containsSubsequence("schema", "done", "workspace", "done", "Tenant acme (Acme) is ACTIVE.");
    }

    @Test
    void a_refusal_says_all_that_is_wrong() {
        assertThatThrownBy(() -> run(
                        new CreateCommand(),
                        Map.of("slug", "WWW", "email", "nobody", "plan", "gold", "password", "short")))
                .hasMessageContaining("/slug")
                .hasMessageContaining("/plan")
                .hasMessageContaining("/admin/email")
                .hasMessageContaining("/admin/password");
    }

    @Test
    void lists_are_tables_or_json() throws Exception {
        create("acme");
        create("globex");

        console.clear();
        TenantCounts counts = new TenantCounts();
        run(new ListCommand(), Map.of("counts", counts));
        assertThat(console.text()).contains("Slug", "acme", "globex", "ACTIVE", "?");

        console.clear();
        counts.setPlugins(Proxies.of(
                Plugins.class, (method, arguments) -> Map.of("globex", (long) ((Collection<?>) arguments[0]).size())));
        run(new ListCommand(), Map.of("counts", counts, "json", true, "text", "glob"));
        assertThat(console.text())
                .contains("\"slug\" : \"globex\"", "\"plugins\" : 1", "\"total\" : 1")
                .doesNotContain("acme");

        console.clear();
        run(new InfoCommand(), Map.of("slug", "acme"));
        assertThat(console.text()).contains("Plan", "free");
    }

    @Test
    void plans_are_told_with_what_they_bound_and_who_has_them() throws Exception {
        create("acme");
        PlanPages plans = new PlanPages(settings, server.database(), READY);
        plans.add(new PlanBound() {
            @Override
            public String bounded() {
                return "storageBytes";
            }

            @Override
            public OptionalLong ofPlan(String plan) {
                return plan.equals("free") ? OptionalLong.of(1024) : OptionalLong.empty();
            }
        });

        assertThat(plans.page(new PageQuery(null, null, "-name", null)).items())
                .containsExactly(
                        new PlanJson(
                                "pro", false, true, true, 0, List.of(new PlanJson.BoundJson("storageBytes", null))),
                        new PlanJson(
                                "free", true, true, false, 1, List.of(new PlanJson.BoundJson("storageBytes", 1024L))));
        TenancySettings ofAnother = new TenancySettings(settings.steps(), settings.plans(), settings.grace(), "globex");
        assertThat(new PlanPages(ofAnother, server.database(), READY)
                        .page(new PageQuery())
                        .items())
                .as("a deployment that serves one tenant tells of no others")
                .extracting(PlanJson::tenants)
                .containsExactly(0L, 0L);
        TenancySettings ofOthers = new TenancySettings(
                settings.steps(),
                Plans.of("gold"),
                settings.grace(),
                settings.pinned().orElse(null));
        assertThat(new PlanPages(ofOthers, server.database(), READY)
                        .page(new PageQuery())
                        .items())
                .as("what tenants still have is told although nobody is given it any more")
                .containsExactly(
                        new PlanJson("gold", true, true, false, 0, List.of()),
                        new PlanJson("free", false, false, false, 1, List.of()));
        assertThat(plans.page(new PageQuery("1", "1", null, null)).items())
                .extracting(PlanJson::name)
                .containsExactly("pro");
        assertThatThrownBy(() -> plans.page(new PageQuery("-1", null, "price", null)))
                .isInstanceOfSatisfying(
                        PlexicaException.class,
                        e -> assertThat(e.errors())
                                .extracting(FieldError::pointer)
                                .containsExactly("/page", "/sort"));
        console.clear();
        PlansCommand command = new PlansCommand();
        FakeConsole.set(command, "session", console.session());
        FakeConsole.set(command, "plans", plans);
        command.execute();
        assertThat(console.text()).contains("storageBytes 1024", "storageBytes unbounded");
    }

    @Test
    void deleting_asks_for_the_slug_unless_told_not_to() throws Exception {
        create("acme");
        console.willAnswer("globex");
        assertThatThrownBy(() -> run(new DeleteCommand(), Map.of("slug", "acme", "hard", true)))
                .hasMessageContaining("not confirmed");
        assertThat(tenants.find("acme")).isPresent();

        run(new DeleteCommand(), Map.of("slug", "acme", "yes", true));
        assertThat(console.text()).contains("is PENDING_DELETION.");
        run(new RestoreCommand(), Map.of("slug", "acme"));
        console.willAnswer("acme");
        run(new DeleteCommand(), Map.of("slug", "acme", "hard", true));

        assertThat(console.text()).contains("Tenant acme is gone; its slug is retired.");
        assertThat(tenants.find("acme")).isEmpty();
    }

    @Test
    void slugs_are_completed() throws Exception {
        create("acme");
        List<String> candidates = new ArrayList<>();
        SlugCompleter completer = new SlugCompleter();
        FakeConsole.set(completer, "tenants", tenants);

        completer.complete(console.session(), FakeConsole.line("ac"), candidates);

        assertThat(candidates).extracting(String::strip).containsExactly("acme");
    }

    private void create(String slug) throws Exception {
        String name = Character.toUpperCase(slug.charAt(0)) + slug.substring(1);
        run(new CreateCommand(), Map.of("slug", slug, "name", name, "email", "ada@example.com"));
    }

    private void run(Action command, Map<String, Object> values) throws Exception {
        FakeConsole.set(command, "tenants", tenants);
        FakeConsole.set(command, "session", console.session());
        for (Map.Entry<String, Object> value : values.entrySet()) {
            FakeConsole.set(command, value.getKey(), value.getValue());
        }
        command.execute();
    }
}
