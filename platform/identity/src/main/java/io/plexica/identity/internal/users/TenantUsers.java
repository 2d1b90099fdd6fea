package io.plexica.identity.internal.users;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.links.Links;
import io.plexica.identity.internal.links.Purpose;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.identity.UserSummary;
import io.plexica.spi.identity.Users;
import io.plexica.spi.web.Checks;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Users for other rooms. */
@Component
public final class TenantUsers implements Users {

    private final PersonCreation creation;
    private final Authorization authorization;
    private final Links links;
    private final Database database;
    private final PersonStore people;

    @Activate
    public TenantUsers(
            @Reference PersonCreation creation,
            @Reference Authorization authorization,
            @Reference Links links,
            @Reference Database database,
            @Reference(target = "(plexica.room=identity)") SchemaReady schemaReady) {
        this.creation = creation;
        this.authorization = authorization;
        this.links = links;
        this.database = database;
        this.people = new PersonStore(database);
    }

    @Override
    public UUID create(
            String tenantSlug,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String password,
            Set<String> roles) {
        return ensure(
                new Home(tenantSlug), new NewPerson(new Profile(email, firstName, lastName), password, roles, null));
    }

    @Override
    public UUID createSuperAdmin(String email, String password) {
        return ensure(Home.PLATFORM, new NewPerson(new Profile(email, null, null), password, Set.of(), null));
    }

    @Override
    public Optional<UserSummary> find(String tenantSlug, UUID id) {
        return people.find(new Home(tenantSlug), id).map(Person::summary);
    }

    @Override
    public Optional<UserSummary> hold(String tenantSlug, UUID id) {
        return people.hold(new Home(tenantSlug), id).map(Person::summary);
    }

    @Override
    public List<UserSummary> find(String tenantSlug, Collection<UUID> ids) {
        return people.find(new Home(tenantSlug), ids).stream()
                .map(Person::summary)
                .toList();
    }

    @Override
    public Optional<UserSummary> byEmail(String tenantSlug, String email) {
        return people.byEmail(new Home(tenantSlug), email.strip()).map(Person::summary);
    }

    @Override
    public Page<UserSummary> list(String tenantSlug, PageQuery paging) {
        return new PersonQuery(paging).run(database, new Home(tenantSlug)).map(Person::summary);
    }

    @Override
    public List<UserSummary> search(String tenantSlug, String text) {
        return people.search(new Home(tenantSlug), text).stream()
                .map(Person::summary)
                .toList();
    }

    @Override
    public Map<UUID, String> preferences(String tenantSlug, Collection<UUID> ids) {
        return people.preferences(new Home(tenantSlug), ids);
    }

    private UUID ensure(Home home, NewPerson wanted) {
        Checks checks = wanted.profile().check(new Checks());
        checks.password("/password", wanted.password()).done();
        return people.byEmail(home, wanted.profile().address())
                .map(present -> complete(home, present, wanted))
                .orElseGet(() -> creation.create(home, wanted, person -> {}))
                .id();
    }

    /** Who exists gets the roles, and an invitation that was lost. */
    private Person complete(Home home, Person present, NewPerson wanted) {
        return database.apart(() -> {
            if (home.slug() != null) {
                authorization.assignRoles(home.slug(), present.id(), wanted.roles());
            }
            boolean waits = present.status() == UserStatus.INACTIVE && wanted.password() == null;
            if (waits && !links.has(home, present.id(), Purpose.INVITATION)) {
                creation.invite(home, present, null);
            }
            return present;
        });
    }
}
