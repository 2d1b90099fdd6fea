package io.plexica.authorization.internal.shell;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.authorization.internal.policies.PolicyView;
import io.plexica.authorization.internal.store.StoredPolicy;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
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
        printTable(
                found,
                "There is no such policy",
                List.of("Id", "Name", "Effect", "Permission", "Priority", "Source"),
                policy -> cells(
                        policy.id(),
                        policy.rule().name(),
                        policy.rule().effect(),
                        policy.rule().permission(),
                        policy.rule().priority(),
                        policy.source()));
    }
}
