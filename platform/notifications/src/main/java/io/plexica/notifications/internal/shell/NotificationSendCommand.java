package io.plexica.notifications.internal.shell;

import io.plexica.api.notifications.Notification.Severity;
import io.plexica.api.notifications.Recipients;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.notifications.internal.notes.Note;
import io.plexica.notifications.internal.notes.OperatorsNotes;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.identity.Users;
import io.plexica.spi.tenancy.Tenants;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.web.Checks;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Tells people of a tenant something. */
@Service
@Command(
        scope = "notification",
        name = "send",
        description = "Notifies people of a tenant; everybody, unless told whom")
public final class NotificationSendCommand extends PlexicaCommand {

    @Reference
    private OperatorsNotes notes;

    @Reference
    private Tenants tenants;

    @Reference
    private Users users;

    @Reference
    private Workspaces workspaces;

    @Argument(index = 0, name = "tenant", required = true, description = "The tenant, by its slug")
    private String tenant = "";

    @Argument(index = 1, name = "title", required = true, description = "One line")
    private String title = "";

    @Argument(index = 2, name = "text", description = "More of it")
    private String text = "";

    @Option(name = "--user", description = "Only this user, by the address")
    private @Nullable String user;

    @Option(name = "--role", description = "Only those who hold this role")
    private @Nullable String role;

    @Option(name = "--permission", description = "Only those who hold this permission")
    private @Nullable String permission;

    @Option(name = "--link", description = "Where in the console it leads, such as /manage/plugins")
    private @Nullable String link;

    @Option(name = "--severity", description = "info, success, warning or error")
    private String severity = "info";

    @Override
    protected void run() throws Exception {
        if (tenants.find(tenant).isEmpty()) {
            throw PlexicaException.notFound("There is no tenant " + tenant);
        }
        String wanted = severity.toUpperCase(Locale.ROOT);
        new Checks()
                .oneOf(
                        "/severity",
                        wanted,
                        Arrays.stream(Severity.values()).map(Severity::name).toList())
                .done();
        Note note = new Note("notice", Severity.valueOf(wanted), title, text, link);
        int told = notes.send(tenant, recipients(), note);
        if (json) {
            printJson(Map.of("people", told));
        } else {
            out().println(told + " people in " + tenant + " are notified.");
        }
    }

    private Recipients recipients() {
        if (user != null) {
            return users.byEmail(tenant, user)
                    .map(found -> Recipients.user(found.id()))
                    .orElseThrow(() -> PlexicaException.validation(
                            new FieldError("/user", "there is no user " + user + " in " + tenant)));
        }
        if (role != null) {
            return Recipients.role(role);
        }
        return permission != null
                ? Recipients.permission(permission)
                : Recipients.workspace(workspaces.all(tenant).get(0).id());
    }
}
