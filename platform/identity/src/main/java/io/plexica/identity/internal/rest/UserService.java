package io.plexica.identity.internal.rest;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.users.NewPerson;
import io.plexica.identity.internal.users.People;
import io.plexica.identity.internal.users.Person;
import io.plexica.identity.internal.users.PersonCreation;
import io.plexica.identity.internal.users.PersonQuery;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.data.Database;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.tenancy.WorkspaceRole;
import io.plexica.spi.tenancy.Workspaces;
import io.plexica.spi.web.IfMatch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A tenant's users, as REST and the shell use them; who may do it has been asked before. */
@Component(service = UserService.class)
public final class UserService {

    private final PersonCreation creation;
    private final People people;
    private final Authorization authorization;
    private final Workspaces workspaces;
    private final Database database;

    @Activate
    public UserService(
            @Reference PersonCreation creation,
            @Reference People people,
            @Reference Authorization authorization,
            @Reference Workspaces workspaces,
            @Reference Database database) {
        this.creation = creation;
        this.people = people;
        this.authorization = authorization;
        this.workspaces = workspaces;
        this.database = database;
    }

    /** Changes of people. */
    public People people() {
        return people;
    }

    /** A page of the users. */
    public Page<UserView> list(String slug, @Nullable String status, @Nullable String role, PageQuery paging) {
        UserStatus wanted = PersonQuery.status(status);
        Set<UUID> among = role == null ? null : authorization.holders(slug, role);
        Page<Person> page = new PersonQuery(wanted, among, paging).run(database, new Home(slug));
        Map<UUID, Set<String>> roles = authorization.rolesOf(
                slug, page.items().stream().map(Person::id).collect(Collectors.toSet()));
        return page.map(person -> UserView.of(person, roles.getOrDefault(person.id(), Set.of())));
    }

    /** One user. */
    public Person get(String slug, UUID id) {
        return people.get(new Home(slug), id);
    }

    /** A user by id or address, as people type it. */
    public Person named(String slug, String name) {
        return people.named(new Home(slug), name);
    }

    /** Creates a user; without a password by an invitation. */
    public Person create(String slug, NewPerson wanted) {
        return creation.create(new Home(slug), wanted, person -> {});
    }

    /**
     * Invites somebody. Who was invited before and has not accepted yet gets another invitation, and these roles if any are
     * given.
     *
     * @param workspace of which somebody new becomes a member; null for the default one alone
     */
    public Person invite(String slug, NewPerson wanted, boolean withRoles, @Nullable UUID workspace) {
        Home home = new Home(slug);
        Optional<Person> waiting = people.waiting(home, wanted.profile());
        if (waiting.isEmpty()) {
            return creation.create(home, wanted, person -> enter(slug, workspace, person));
        }
        Person invited = waiting.get();
        if (withRoles) {
            people.assignRoles(slug, invited.id(), IfMatch.ANY, wanted.roles());
        }
        if (workspace != null) {
            database.apart(() -> enter(slug, workspace, people.hold(home, invited.id())));
        }
        return people.sendLink(home, invited.id(), wanted.language());
    }

    private Person enter(String slug, @Nullable UUID workspace, Person person) {
        if (workspace != null) {
            workspaces.addMember(slug, workspace, person.id(), WorkspaceRole.MEMBER);
        }
        return person;
    }

    /** The names of the roles that a user holds. */
    public List<String> roles(String slug, UUID id) {
        return authorization.rolesOf(slug, Set.of(id)).getOrDefault(id, Set.of()).stream()
                .sorted()
                .toList();
    }

    /** A user as the API shows one. */
    public UserView view(String slug, Person person) {
        return UserView.of(person, Set.copyOf(roles(slug, person.id())));
    }
}
