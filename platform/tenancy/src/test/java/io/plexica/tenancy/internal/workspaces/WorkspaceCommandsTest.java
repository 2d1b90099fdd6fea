package io.plexica.tenancy.internal.workspaces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantStatus;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.tenancy.internal.workspaces.shell.AddMemberCommand;
import io.plexica.tenancy.internal.workspaces.shell.CreateCommand;
import io.plexica.tenancy.internal.workspaces.shell.DeleteCommand;
import io.plexica.tenancy.internal.workspaces.shell.InfoCommand;
import io.plexica.tenancy.internal.workspaces.shell.ListCommand;
import io.plexica.tenancy.internal.workspaces.shell.MembersCommand;
import io.plexica.tenancy.internal.workspaces.shell.RemoveMemberCommand;
import io.plexica.tenancy.internal.workspaces.shell.UpdateCommand;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.console.Session;
import org.junit.jupiter.api.Test;

class WorkspaceCommandsTest extends WorkspacesRoomTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);

    @Test
    void a_workspace_lives_in_the_shell_as_over_rest() throws Exception {
        people.add("acme", "ada@acme.example");

        run(new CreateCommand(), Map.of("slug", "sales", "name", "Sales", "description", "Those who sell"));
        run(new UpdateCommand(), Map.of("workspace", "sales", "name", "Selling"));
        run(new AddMemberCommand(), Map.of("workspace", "sales", "email", "ada@acme.example", "role", "viewer"));
        run(
                new AddMemberCommand(),
                Map.of("workspace", "sales", "email", "ada@acme.example", "role", "ADMIN", "change", true));
        run(new MembersCommand(), Map.of("workspace", "sales"));
        run(new InfoCommand(), Map.of("workspace", "sales"));
        run(new ListCommand(), Map.of());
        run(new ListCommand(), Map.of("json", true));
        run(new RemoveMemberCommand(), Map.of("workspace", "sales", "email", "ada@acme.example"));
        run(new DeleteCommand(), Map.of("workspace", "sales", "yes", true));

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .containsSubsequence(
                        "Workspace sales (Sales) of acme is there.",
                        "Workspace sales (Selling) of acme is as you said.",
                        "ada@acme.example is VIEWER of the workspace sales.",
                        "ada@acme.example is ADMIN of the workspace sales.",
                        "ada@acme.example",
                        "Those who sell",
                        "default",
                        "\"slug\" : \"sales\"",
                        "is no member of the workspace sales any more.",
                        "is gone.");
        assertThat(server.query("SELECT DISTINCT actor_email FROM core.audit_log"))
                .containsExactly("system");
    }

    @Test
    void refusals_say_what_is_wrong() {
        assertThatThrownBy(() -> run(new CreateCommand(), Map.of("slug", "S!", "name", " ")))
                .hasMessageContaining("/slug")
                .hasMessageContaining("/name");
        assertThatThrownBy(() -> run(new ListCommand(), Map.of("tenant", "nobody")))
                .hasMessageContaining("no tenant nobody");
        assertThatThrownBy(() -> run(new InfoCommand(), Map.of("workspace", "nothing")))
                .hasMessageContaining("no workspace nothing");
        assertThatThrownBy(() -> run(
                        new AddMemberCommand(), Map.of("workspace", "default", "email", "x@y.example", "role", "boss")))
                .hasMessageContaining("/role");
        assertThatThrownBy(() -> run(new DeleteCommand(), Map.of("workspace", "default", "yes", true)))
                .hasMessageContaining("default-workspace");
    }

    private void run(Action command, Map<String, Object> values) throws Exception {
        Map<String, Object> all = new HashMap<>(Map.of("tenant", "acme"));
        all.put("workspaces", workspaces);
        all.put("members", members);
        all.put("tenants", tenants());
        all.put("session", session());
        all.putAll(values);
        all.forEach((name, value) -> set(command, name, value));
        command.execute();
    }

    private Session session() {
        return (Session) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Session.class},
                (proxy, method, arguments) -> method.getName().equals("getConsole") ? console : null);
    }

    private Tenants tenants() {
        return (Tenants) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Tenants.class},
                (proxy, method, arguments) -> Optional.of((String) arguments[0])
                        .filter("acme"::equals)
                        .map(slug ->
                                new Tenant(UUID.randomUUID(), slug, slug, TenantStatus.ACTIVE, "pro", Instant.EPOCH)));
    }

    private static void set(Object target, String name, Object value) {
        for (Class<?> type = target.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    try {
                        field.setAccessible(true);
                        field.set(target, value);
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                    return;
                }
            }
        }
    }
}
