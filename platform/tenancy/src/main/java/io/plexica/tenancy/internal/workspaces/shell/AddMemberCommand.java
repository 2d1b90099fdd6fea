package io.plexica.tenancy.internal.workspaces.shell;

import io.plexica.spi.web.IfMatch;
import io.plexica.tenancy.internal.workspaces.MemberBody;
import io.plexica.tenancy.internal.workspaces.MemberService;
import io.plexica.tenancy.internal.workspaces.MemberService.Member;
import io.plexica.tenancy.internal.workspaces.WorkspaceRow;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;

/** Makes somebody a member of a workspace, or gives a member another role. */
@Service
@Command(scope = "workspace", name = "add-member", description = "Makes a user a member of a workspace")
public final class AddMemberCommand extends NamedWorkspaceCommand {

    @Reference
    private MemberService members;

    @Argument(index = 2, name = "email", description = "The user's e-mail address", required = true)
    private String email;

    @Option(name = "--role", description = "ADMIN, MEMBER or VIEWER")
    private String role = "MEMBER";

    @Option(name = "--change", description = "The user is a member already and gets another role")
    private boolean change;

    @Override
    protected void run() throws Exception {
        WorkspaceRow workspace = workspace();
        Member member = change
                ? members.change(tenant(), workspace, members.userId(tenant(), email), members.role(role), IfMatch.ANY)
                : members.add(tenant(), workspace, new MemberBody(null, email, members.role(role)));
        print(member.json(), email + " is " + member.json().role() + " of the workspace " + workspace.slug() + ".");
    }
}
