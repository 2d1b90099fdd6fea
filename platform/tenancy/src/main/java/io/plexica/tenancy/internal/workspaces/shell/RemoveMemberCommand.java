package io.plexica.tenancy.internal.workspaces.shell;

import io.plexica.spi.web.IfMatch;
import io.plexica.tenancy.internal.workspaces.MemberService;
import io.plexica.tenancy.internal.workspaces.WorkspaceRow;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Takes somebody out of a workspace. */
@Service
@Command(scope = "workspace", name = "remove-member", description = "Takes a user out of a workspace")
public final class RemoveMemberCommand extends NamedWorkspaceCommand {

    @Reference
    private MemberService members;

    @Argument(index = 2, name = "email", description = "The user's e-mail address", required = true)
    private String email;

    @Override
    protected void run() throws Exception {
        WorkspaceRow workspace = workspace();
        members.remove(tenant(), workspace, members.userId(tenant(), email), IfMatch.ANY);
        print(
                Map.of("workspace", workspace.slug(), "email", email),
                email + " is no member of the workspace " + workspace.slug() + " any more.");
    }
}
