package io.plexica.identity.internal.users;

import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.AuditedChanges;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.links.Links;
import io.plexica.identity.internal.links.Links.Addressee;
import io.plexica.identity.internal.links.Purpose;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.identity.IdentityProvider.Created;
import io.plexica.spi.identity.IdentityProvider.UserState;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates people: first all that can be refused is found, then the identity server makes the account, then the row is
 * written. An account that gets no row goes again, at once or, after a crash, by {@link AccountSync}.
 */
@Component(service = PersonCreation.class)
public final class PersonCreation {

    private static final Logger LOG = LoggerFactory.getLogger(PersonCreation.class);

    private final IdentityProvider provider;
    private final Authorization authorization;
    private final AuditLog audit;
    private final Links links;
    private final UserAnnouncer news;
    private final Database database;
    private final PersonStore people;
    private final AccountTasks tasks;

    @Activate
    public PersonCreation(
            @Reference IdentityProvider provider,
            @Reference Authorization authorization,
            @Reference AuditLog audit,
            @Reference Links links,
            @Reference UserAnnouncer news,
            @Reference Database database,
            @Reference(target = "(plexica.room=identity)") SchemaReady schemaReady) {
        this.provider = provider;
        this.authorization = authorization;
        this.audit = audit;
        this.links = links;
        this.news = news;
        this.database = database;
        this.people = new PersonStore(database);
        this.tasks = new AccountTasks(database);
    }

    /**
     * Creates somebody who does not exist yet.
     *
     * @param also what else happens in the unit of work that writes the row
     * @throws PlexicaException {@code conflict} ({@code user-taken}), {@code validation-failed}, {@code permission-denied}
     */
    public Person create(Home home, NewPerson wanted, Consumer<Person> also) {
        String email = wanted.profile().address();
        UUID begun = begin(home, wanted, email);
        @Nullable UUID fresh = null;
        try {
            Created account = account(home, wanted);
            if (account.isNew()) {
                fresh = account.id();
                remember(home, begun, account.id());
            }
            return database.apart(() -> write(home, wanted, account, begun, also));
        } catch (RuntimeException e) {
            undo(home, fresh, begun);
            throw e;
        }
    }

    private void remember(Home home, UUID begun, UUID account) {
        database.apart(() -> {
            tasks.made(home, begun, account);
            return account;
        });
    }

    private UUID begin(Home home, NewPerson wanted, String email) {
        return new AuditedChanges(audit, home.resource())
                .make(
                        home.slug(),
                        home.action("created"),
                        email,
                        () -> database.apart(() -> {
                            demandFree(home, email);
                            if (home.slug() != null) {
                                authorization.requireMayGive(home.slug(), wanted.roles());
                            }
                            return tasks.beginCreation(home, email);
                        }));
    }

    private void demandFree(Home home, String email) {
        if (people.byEmail(home, email).isPresent()) {
            throw taken(email);
        }
    }

    /**
     * An account without a row was made in the identity server itself, by somebody who has never come in: it becomes as
     * wanted.
     */
    private Created account(Home home, NewPerson wanted) {
        Profile profile = wanted.profile();
        UserState state = new UserState(
                profile.address(),
                profile.firstName(),
                profile.lastName(),
                wanted.password() != null,
                wanted.roles().contains(Authorization.ADMIN));
        Created account = provider.createUser(home.realm(), state, wanted.password());
        if (!account.isNew()) {
            demandUnowned(home, account.id(), profile.address());
            provider.updateUser(home.realm(), account.id(), state);
            if (wanted.password() != null) {
                provider.setPassword(home.realm(), account.id(), wanted.password());
            }
        }
        return account;
    }

    private void demandUnowned(Home home, UUID account, String email) {
        if (people.find(home, account).isPresent() || tasks.isRemoved(home, account)) {
            throw taken(email);
        }
    }

    private Person write(Home home, NewPerson wanted, Created account, UUID begun, Consumer<Person> also) {
        if (!account.isNew()) {
            demandUnowned(home, account.id(), wanted.profile().address());
        }
        Person person = people.add(home, account.id(), wanted);
        audit.record(
                home.slug(),
                home.action("created"),
                home.resource(),
                person.id().toString(),
                null,
                person.audited());
        if (home.slug() != null) {
            news.created(home.slug(), person.id());
            // After the row above, as events come in the order of the audit log.
            authorization.assignRoles(home.slug(), person.id(), wanted.roles());
        }
        if (wanted.password() == null) {
            invite(home, person, wanted.language());
        }
        also.accept(person);
        tasks.endCreation(home, begun);
        return person;
    }

    /** Sends an invitation, in the current unit of work. */
    void invite(Home home, Person person, @Nullable String language) {
        Addressee to = new Addressee(person.id(), person.email(), person.firstName());
        links.send(home, to, Purpose.INVITATION, language);
        audit.record(
                home.slug(),
                home.action("invited"),
                home.resource(),
                person.id().toString(),
                null,
                person.audited());
    }

    /**
     * Apart from the caller's unit of work, which is about to be rolled back. Whatever fails here is found by the record of
     * the creation, which then stays.
     */
    private void undo(Home home, @Nullable UUID fresh, UUID begun) {
        try {
            if (fresh != null && !isKnown(home, fresh)) {
                provider.deleteUser(home.realm(), fresh);
            }
            database.apart(() -> {
                if (fresh == null) {
                    tasks.abandonCreation(home, begun);
                } else {
                    tasks.endCreation(home, begun);
                }
                return begun;
            });
        } catch (RuntimeException e) {
            LOG.warn("What is left of a creation that failed will be removed later: {}", e.getMessage());
        }
    }

    private boolean isKnown(Home home, UUID account) {
        return database.apart(() -> people.find(home, account).isPresent());
    }

    private static PlexicaException taken(String email) {
        return PlexicaException.conflict("user-taken", "there is a user by the address " + email + " already");
    }
}
