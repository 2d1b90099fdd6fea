package io.plexica.tenancy.internal.workspaces.shell;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.spi.web.IfMatch;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Changes what people read of a workspace. */
@Service
@Command(scope = "workspace", name = "update", description = "Changes name or description of a workspace")
public final class UpdateCommand extends NamedWorkspaceCommand {

    @Option(name = "--name", description = "The name people see")
    private @Nullable String name;

    @Option(name = "--description", description = "What it is for; empty for nothing")
    private @Nullable String description;

    @Override
    protected void run() throws Exception {
        ObjectNode patch = JsonNodeFactory.instance.objectNode();
        if (name != null) {
            patch.put("name", name);
        }
        if (description != null) {
            patch.put("description", description);
        }
        print(workspaces.edit(tenant(), workspace().id(), patch, IfMatch.ANY), "is as you said.");
    }
}
