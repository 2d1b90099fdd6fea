package io.plexica.authorization.internal.shell;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.authorization.internal.policies.Author;
import io.plexica.authorization.internal.policies.PolicyView;
import io.plexica.authorization.internal.store.StoredPolicy;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Writes a policy in the operators' name. */
@Service
@Command(scope = "policy", name = "create", description = "Writes a policy for a tenant; only operators can change it")
public final class PolicyCreateCommand extends PolicyCommand {

    @Argument(index = 1, name = "name", description = "The policy's name", required = true)
    private String name;

    @Argument(index = 2, name = "effect", description = "ALLOW or DENY", required = true)
    private String effect;

    @Argument(index = 3, name = "permission", description = "A key, or a pattern such as crm:deals:*", required = true)
    private String permission;

    @Argument(index = 4, name = "conditions", description = "The conditions as JSON", required = true)
    private String conditions;

    @Option(name = "--description", description = "What the policy is for")
    private @Nullable String description;

    @Option(name = "--priority", description = "Which is looked at first: higher ones")
    private int priority;

    @Override
    protected void run() throws Exception {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("name", name).put("effect", effect).put("permission", permission);
        body.put("priority", priority);
        if (description != null) {
            body.put("description", description);
        }
        body.set("conditions", json("conditions", conditions));
        StoredPolicy policy = policies.create(tenant(), body, Author.caller());
        print(PolicyView.of(policy), "Policy " + policy.rule().name() + " is " + policy.id() + ".");
    }
}
