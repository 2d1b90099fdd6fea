package io.plexica.authorization.internal.check;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.authorization.internal.check.Answer.Remedy;
import io.plexica.authorization.internal.check.Answer.Way;
import java.util.List;

/** The answer for who is no member of the workspace that a question names. */
final class OutsiderAnswer {

    private OutsiderAnswer() {}

    static Answer answer(Person person, WorkspaceInfo workspace, String permission, List<Way> ways) {
        String outside = "No. " + person.name() + " is no member of " + workspace.name() + " and may do nothing there";
        String join = "Make " + person.name() + " a MEMBER of " + workspace.name();
        boolean granted = !ways.isEmpty();
        return new Answer(
                false,
                "workspace-role",
                granted ? ways.get(0).role() : null,
                null,
                null,
                ways,
                List.of(new Remedy(granted ? join : join + " and give them a role that grants " + permission, 1)),
                granted ? outside + "." : outside + "; besides, no role of theirs grants " + permission + ".");
    }
}
