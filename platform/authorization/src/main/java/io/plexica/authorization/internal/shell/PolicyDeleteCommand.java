package io.plexica.authorization.internal.shell;

import io.plexica.authorization.internal.policies.Author;
import io.plexica.authorization.internal.store.Source;
import io.plexica.authorization.internal.store.StoredPolicy;
import io.plexica.spi.web.IfMatch;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Deletes a policy; one of the tenant's own only when told so, for a tenant that has locked itself out. */
@Service
@Command(scope = "policy", name = "delete", description = "Deletes a policy of a tenant")
public final class PolicyDeleteCommand extends PolicyCommand {

    @Argument(index = 1, name = "id", description = "The policy's id", required = true)
    private String id;

    @Option(name = "--for-tenant", description = "Delete one that the tenant wrote, in its name")
    private boolean forTenant;

    @Option(name = "--yes", description = "Do not ask")
    private boolean yes;

    @Override
    protected void run() throws Exception {
        StoredPolicy policy = policies.get(tenant(), id(id));
        if (!yes) {
            confirm("Delete the policy " + policy.rule().name() + " of " + tenant() + "?", "yes");
        }
        Author author = forTenant ? new Author(Source.TENANT_ADMIN) : Author.caller();
        policies.delete(tenant(), policy.id(), IfMatch.of(IfMatch.tag(policy.version())), author);
        print(Map.of("deleted", policy.id()), "Policy " + policy.rule().name() + " is gone.");
    }
}
