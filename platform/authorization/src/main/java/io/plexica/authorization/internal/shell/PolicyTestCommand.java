package io.plexica.authorization.internal.shell;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.authorization.internal.check.Checking;
import io.plexica.authorization.internal.check.PolicyTrial;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Says what a policy's conditions come to for somebody, whatever roles and other policies say. */
@Service
@Command(scope = "policy", name = "test", description = "Says what a policy's conditions come to for a user")
public final class PolicyTestCommand extends PolicyCommand {

    @Reference
    private Checking checking;

    @Argument(index = 1, name = "id", description = "The policy's id", required = true)
    private String id;

    @Argument(index = 2, name = "user", description = "The user's e-mail address or id", required = true)
    private String user;

    @Option(name = "--workspace", description = "Id of the workspace; the default one unless given")
    private @Nullable String workspace;

    @Option(name = "--resource", description = "The resource's attributes as a JSON object")
    private @Nullable String resource;

    @Override
    protected void run() throws Exception {
        JsonNode attributes = resource == null ? null : json("resource", resource);
        PolicyTrial trial =
                checking.tryOut(tenant(), policies.get(tenant(), id(id)).rule(), user, workspace, attributes);
        print(trial, trial.words());
    }
}
