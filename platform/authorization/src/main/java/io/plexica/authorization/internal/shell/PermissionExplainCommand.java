package io.plexica.authorization.internal.shell;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.plexica.authorization.internal.check.Answer;
import io.plexica.authorization.internal.check.Checking;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Says whether somebody may do something, and why. */
@Service
@Command(scope = "permission", name = "explain", description = "Says whether a user may do something, and why")
public final class PermissionExplainCommand extends TenantCommand {

    @Reference
    private Checking checking;

    @Argument(index = 1, name = "user", description = "The user's e-mail address or id", required = true)
    private String user;

    @Argument(index = 2, name = "permission", description = "The whole key, such as crm:contacts:read", required = true)
    private String permission;

    @Option(name = "--workspace", description = "Id of the workspace; the default one unless given")
    private @Nullable String workspace;

    @Option(name = "--resource", description = "The resource's attributes as a JSON object")
    private @Nullable String resource;

    @Override
    protected void run() throws Exception {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        question.put("user", user).put("permission", permission);
        if (workspace != null) {
            question.put("workspace", workspace);
        }
        if (resource != null) {
            question.set("resource", json("resource", resource));
        }
        Answer answer = checking.answer(tenant(), question);
        if (json) {
            printJson(answer);
            return;
        }
        out().println(answer.explanation());
        answer.grants()
                .forEach(way -> out().println("  granted by " + way.role() + " (" + way.key() + ")"
                        + (way.team() == null ? "" : " through the team " + way.team())));
        if (answer.condition() != null) {
            out().println("  decided by " + answer.condition());
        }
        answer.remedies()
                .forEach(remedy ->
                        out().println("  what would help: " + remedy.action() + " (" + remedy.people() + " people)"));
    }
}
