package io.plexica.notifications.internal.notes;

import io.plexica.api.context.WorkspaceInfo;
import io.plexica.api.notifications.Recipients;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.identity.UserSummary;
import io.plexica.spi.identity.Users;
import io.plexica.spi.tenancy.Workspaces;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Finds out who is meant, in one tenant. Every call joins the current unit of work. Safe for all threads. */
@Component(service = People.class)
public final class People {

    private final Users users;
    private final Authorization authorization;
    private final Workspaces workspaces;

    @Activate
    public People(@Reference Users users, @Reference Authorization authorization, @Reference Workspaces workspaces) {
        this.users = users;
        this.authorization = authorization;
        this.workspaces = workspaces;
    }

    /** Those of the tenant who are meant and not suspended. */
    public List<Person> find(String slug, Recipients recipients) {
        List<UserSummary> found = all(slug, recipients).stream()
                .filter(user -> user.status() != UserStatus.SUSPENDED)
                .toList();
        Map<UUID, String> chosen =
                users.preferences(slug, found.stream().map(UserSummary::id).toList());
        return found.stream()
                .map(user -> Person.of(user, chosen.get(user.id())))
                .toList();
    }

    private List<UserSummary> all(String slug, Recipients recipients) {
        if (recipients instanceof Recipients.People people) {
            return some(slug, people.ids());
        }
        if (recipients instanceof Recipients.Role role) {
            return some(slug, authorization.holders(slug, role.name()));
        }
        if (recipients instanceof Recipients.Permission permission) {
            return some(slug, authorization.peopleWith(slug, permission.key()));
        }
        UUID workspace = ((Recipients.Workspace) recipients).id();
        return isDefault(slug, workspace) ? users.search(slug, "") : some(slug, workspaces.members(slug, workspace));
    }

    private List<UserSummary> some(String slug, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : users.find(slug, Set.copyOf(ids));
    }

    private boolean isDefault(String slug, UUID workspace) {
        List<WorkspaceInfo> all = workspaces.all(slug);
        return !all.isEmpty() && all.get(0).id().equals(workspace);
    }
}
