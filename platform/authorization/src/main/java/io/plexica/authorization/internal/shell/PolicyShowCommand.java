package io.plexica.authorization.internal.shell;

import io.plexica.authorization.internal.policies.PolicyView;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Shows one policy, as the API does. */
@Service
@Command(scope = "policy", name = "show", description = "Shows a policy of a tenant")
public final class PolicyShowCommand extends PolicyCommand {

    @Argument(index = 1, name = "id", description = "The policy's id", required = true)
    private String id;

    @Override
    protected void run() throws Exception {
        printJson(PolicyView.of(policies.get(tenant(), id(id))));
    }
}
