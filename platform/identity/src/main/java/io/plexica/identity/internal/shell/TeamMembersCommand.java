package io.plexica.identity.internal.shell;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.identity.internal.rest.UserService;
import io.plexica.identity.internal.teams.Member;
import io.plexica.identity.internal.teams.MemberView;
import io.plexica.identity.internal.teams.TeamRole;
import io.plexica.identity.internal.teams.TeamView;
import io.plexica.spi.web.IfMatch;
import java.util.List;
import java.util.UUID;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.jspecify.annotations.Nullable;

/** Shows and changes who is in a team. */
@Service
@Command(scope = "team", name = "members", description = "Lists the members of a team; adds or removes one")
public final class TeamMembersCommand extends TeamCommand {

    @Reference
    private UserService users;

    @Argument(index = 1, name = "team", description = "The team's name or id", required = true)
    private String name;

    @Option(name = "--add", description = "The e-mail address or id of a user who comes in")
    private @Nullable String added;

    @Option(name = "--admin", description = "Who comes in manages the members")
    private boolean admin;

    @Option(name = "--remove", description = "The e-mail address or id of a user who goes")
    private @Nullable String removed;

    @Override
    protected void run() throws Exception {
        TeamView team = named(name);
        if (added != null) {
            teams.addMember(tenant(), team.id(), id(added), admin ? TeamRole.ADMIN : TeamRole.MEMBER);
        }
        if (removed != null) {
            teams.removeMember(tenant(), team.id(), id(removed), IfMatch.ANY);
        }
        show(teams.members(tenant(), team.id(), new PageQuery(null, "200", null, null)));
    }

    private UUID id(String user) {
        return users.named(tenant(), user).id();
    }

    private void show(Page<Member> members) throws Exception {
        if (json) {
            printJson(members.map(MemberView::of));
            return;
        }
        printTable(
                members.items(),
                "There is nobody in it",
                List.of("Address", "Role", "Id"),
                member -> cells(member.email(), member.role(), member.userId()));
    }
}
