package io.plexica.identity.internal.users;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.links.Links;
import io.plexica.identity.internal.links.Links.Addressee;
import io.plexica.identity.internal.links.Purpose;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.backup.PartReader;
import io.plexica.spi.backup.PartWriter;
import io.plexica.spi.backup.TenantPart;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.data.Sql;
import io.plexica.spi.data.TenantSnapshot;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.identity.IdentityProvider.UserState;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.tenancy.Tenant;
import io.plexica.spi.tenancy.TenantSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * People of a tenant that is taken elsewhere. Their rows travel with all others; here they get their accounts back, under the ids
 * that they have, and a link each by which they set a new password.
 */
@Component
public final class PeoplePart implements TenantPart {

    private static final int AT_ONCE = 100;

    private final IdentityProvider provider;
    private final Authorization authorization;
    private final Links links;
    private final Database database;
    private final PersonStore people;

    @Activate
    public PeoplePart(
            @Reference IdentityProvider provider,
            @Reference Authorization authorization,
            @Reference Links links,
            @Reference Database database,
            @Reference(target = "(plexica.room=identity)") SchemaReady schemaReady) {
        this.provider = provider;
        this.authorization = authorization;
        this.links = links;
        this.database = database;
        this.people = new PersonStore(database);
    }

    @Override
    public String name() {
        return "people";
    }

    /** Passwords are the identity server's, and stay there. */
    @Override
    public void write(Tenant tenant, TenantSnapshot snapshot, PartWriter to) {}

    @Override
    public void restore(TenantSpec tenant, PartReader from) {
        Home home = new Home(tenant.slug());
        List<Person> all = database.apart(() -> {
            home.with(database, connection -> Sql.update(connection, "UPDATE users SET has_password = false"));
            return people.search(home, "");
        });
        if (all.isEmpty()) {
            throw new PlexicaException(
                    ErrorCode.VALIDATION_FAILED, "Nobody is in the tenant: at least one person must come along");
        }
        List<Person> owners = owners(all);
        for (int i = 0; i < owners.size(); i += AT_ONCE) {
            List<Person> some = owners.subList(i, Math.min(owners.size(), i + AT_ONCE));
            provider.importUsers(home.realm(), database.apart(() -> accounts(home, some)));
        }
        for (Person person : owners) {
            if (person.status() != UserStatus.SUSPENDED) {
                invite(home, person);
            }
        }
    }

    /** Two rows may have one address, where the identity server made somebody anew; the younger one has the account. */
    private static List<Person> owners(List<Person> all) {
        Map<String, Person> byAddress = new LinkedHashMap<>();
        all.forEach(person -> byAddress.merge(
                person.profile().address(),
                person,
                (one, other) -> one.createdAt().isAfter(other.createdAt()) ? one : other));
        return new ArrayList<>(byAddress.values());
    }

    private Map<UUID, UserState> accounts(Home home, List<Person> some) {
        Map<UUID, Set<String>> roles =
                authorization.rolesOf(home.key(), some.stream().map(Person::id).collect(Collectors.toSet()));
        Map<UUID, UserState> accounts = new LinkedHashMap<>();
        for (Person person : some) {
            boolean admin = roles.getOrDefault(person.id(), Set.of()).contains(Authorization.ADMIN);
            accounts.put(
                    person.id(),
                    new UserState(person.email(), person.firstName(), person.lastName(), person.isActive(), admin));
        }
        return accounts;
    }

    private void invite(Home home, Person person) {
        database.apart(() -> {
            links.send(home, new Addressee(person.id(), person.email(), person.firstName()), Purpose.INVITATION, null);
            return person;
        });
    }
}
