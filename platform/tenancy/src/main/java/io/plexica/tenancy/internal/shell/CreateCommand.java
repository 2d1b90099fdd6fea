package io.plexica.tenancy.internal.shell;

import io.plexica.tenancy.internal.Progress;
import io.plexica.tenancy.internal.TenantDraft;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Provisions a tenant. */
@Service
@Command(scope = "tenant", name = "create", description = "Makes a tenant with its first admin")
public final class CreateCommand extends TenantCommand {

    @Argument(name = "slug", description = "The tenant's short name; it never changes", required = true)
    private String slug;

    @Option(name = "--name", description = "The name people see; the slug if left out")
    private @Nullable String name;

    @Option(name = "--plan", description = "The tenant's plan; the first configured one if left out")
    @Completion(PlanCompleter.class)
    private @Nullable String plan;

    @Option(name = "--admin-email", description = "The first admin's e-mail address", required = true)
    private String email;

    @Option(name = "--admin-first-name", description = "The first admin's given name")
    private @Nullable String firstName;

    @Option(name = "--admin-last-name", description = "The first admin's family name")
    private @Nullable String lastName;

    @Option(name = "--admin-password", description = "The first admin's password; without one an invitation is sent")
    private @Nullable String password;

    @Option(name = "--ask-password", description = "Ask for the first admin's password without showing it")
    private boolean ask;

    @Override
    protected void run() throws Exception {
        String secret = ask ? ask("Password of the first admin: ", true) : password;
        TenantDraft draft = new TenantDraft(
                slug,
                name == null ? slug : name,
                plan,
                null,
                null,
                new TenantDraft.Admin(email, firstName, lastName, secret));
        print(tenants.create(draft, json ? Progress.NONE : new ConsoleProgress(out())));
    }
}
