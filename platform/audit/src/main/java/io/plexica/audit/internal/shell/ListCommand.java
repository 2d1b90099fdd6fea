package io.plexica.audit.internal.shell;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.audit.internal.read.AuditEntry;
import io.plexica.audit.internal.read.AuditFilter;
import io.plexica.audit.internal.read.AuditReader;
import io.plexica.audit.internal.read.DeploymentScope;
import io.plexica.shell.PlexicaCommand;
import io.plexica.spi.tenancy.Tenants;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Shows who did what. */
@Service
@Command(scope = "audit", name = "list", description = "Shows who did what: the platform's log, or a tenant's")
public final class ListCommand extends PlexicaCommand {

    @Reference
    private AuditReader reader;

    @Reference
    private Tenants tenants;

    @Option(name = "--tenant", description = "A tenant's log, by its slug; also of one that is gone")
    private @Nullable String tenant;

    @Option(name = "--user", description = "Only what this user did: an id or an e-mail address")
    private @Nullable String user;

    @Option(name = "--action", description = "Only this action, such as core.user.created, or core.user.* for some")
    private @Nullable String action;

    @Option(name = "--resource", description = "Only this type or id of a thing, or type/id")
    private @Nullable String resource;

    @Option(name = "--from", description = "Not before this moment, such as 2026-03-01T00:00:00Z")
    private @Nullable String from;

    @Option(name = "--to", description = "Before this moment")
    private @Nullable String to;

    @Option(name = "--page", description = "Which page, from 0")
    private String page = "0";

    @Option(name = "--size", description = "How many on a page, 1 to 200")
    private String size = "50";

    @Override
    protected void run() throws Exception {
        DeploymentScope.demand(tenants, tenant);
        Page<AuditEntry> found = reader.ofPlatform(
                tenant,
                AuditFilter.of(
                        new AuditFilter.Asked(user, action, resource, from, to),
                        new PageQuery(page, size, null, null)));
        if (json) {
            printJson(found);
            return;
        }
        printTable(
                found,
                "Nothing is on record",
                List.of("At", "Who", "Action", "Resource", "Outcome", "From"),
                ListCommand::row);
    }

    private static @Nullable Object[] row(AuditEntry entry) {
        AuditEntry.Actor actor = entry.actor();
        return cells(
                entry.at(),
                actor == null ? "" : String.valueOf(actor.email()),
                entry.action(),
                entry.resourceType() + "/" + entry.resourceId(),
                entry.reason() == null ? entry.outcome() : entry.outcome() + ": " + entry.reason(),
                entry.ip() == null ? "" : entry.ip());
    }
}
