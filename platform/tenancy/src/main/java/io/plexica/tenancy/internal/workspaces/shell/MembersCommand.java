package io.plexica.tenancy.internal.workspaces.shell;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.tenancy.internal.workspaces.MemberJson;
import io.plexica.tenancy.internal.workspaces.MemberService;
import java.util.List;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Lists the members of a workspace. */
@Service
@Command(scope = "workspace", name = "members", description = "Lists the members of a workspace")
public final class MembersCommand extends NamedWorkspaceCommand {

    @Reference
    private MemberService members;

    @Option(name = "-q", aliases = "--query", description = "Only those with this text in address or name")
    private @Nullable String text;

    @Option(name = "--page", description = "Which page, from 0")
    private String page = "0";

    @Option(name = "--size", description = "How many on a page, 1 to 200")
    private String size = "200";

    @Override
    protected void run() throws Exception {
        Page<MemberJson> found = members.list(tenant(), workspace(), new PageQuery(page, size, null, text));
        if (json) {
            printJson(found);
            return;
        }
        printTable(
                found,
                "There is no member",
                List.of("E-mail", "Role", "User"),
                member -> cells(member.email() == null ? "" : member.email(), member.role(), member.userId()));
    }
}
