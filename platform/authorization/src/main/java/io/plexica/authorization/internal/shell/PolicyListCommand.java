package io.plexica.authorization.internal.shell;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.authorization.internal.policies.PolicyView;
import io.plexica.authorization.internal.store.StoredPolicy;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Lists the policies of a tenant. */
@Service
@Command(scope = "policy", name = "list", description = "Lists the policies of a tenant")
public final class PolicyListCommand extends PolicyCommand {

    @Option(
            name = "-q",
            aliases = "--query",
            description = "Only those with this text in name, permission or description")
    private @Nullable String text;

    @Option(name = "--page", description = "Which page, from 0")
    private String page = "0";

    @Option(name = "--size", description = "How many on a page, 1 to 200")
    private String size = "200";

    @Override
    protected void run() throws Exception {
        Page<StoredPolicy> found = policies.list(tenant(), new PageQuery(page, size, null, text));
        if (json) {
            printJson(found.map(PolicyView::of));
            return;
        }
        ShellTable table = new ShellTable().emptyTableText("There is no such policy");
        table.column("Id");
        table.column("Name");
        table.column("Effect");
        table.column("Permission");
        table.column("Priority");
        table.column("Source");
        found.items()
                .forEach(policy -> table.addRow()
                        .addContent(
                                policy.id(),
                                policy.rule().name(),
                                policy.rule().effect(),
                                policy.rule().permission(),
                                policy.rule().priority(),
                                policy.source()));
        table.print(out());
        if (found.total() > found.items().size()) {
            out().println(found.items().size() + " of " + found.total() + ": use --page for more.");
        }
    }
}
