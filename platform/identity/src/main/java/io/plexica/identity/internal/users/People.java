package io.plexica.identity.internal.users;

import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.SessionEnd;
import io.plexica.identity.internal.links.Links;
import io.plexica.identity.internal.links.Links.Addressee;
import io.plexica.identity.internal.links.Purpose;
import io.plexica.identity.internal.users.AccountTasks.Kind;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.web.IfMatch;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Changes people. The platform's row counts and is changed first, together with the end of sessions and the audit row; the
 * identity server follows after the commit, see {@link AccountSync}. No connection waits for the identity server.
 */
@Component(service = People.class)
public final class People {

    private final Authorization authorization;
    private final SessionEnd sessions;
    private final Links links;
    private final AccountSync settlement;
    private final UserAnnouncer news;
    private final Database database;
    private final PersonStore people;
    private final AccountTasks tasks;
    private final PeopleAuthority authority;
    private final LastAdmin lastAdmin;
    private final PeopleChangeRecorder ledger;

    @Activate
    public People(
            @Reference Authorization authorization,
            @Reference AuditLog audit,
            @Reference SessionEnd sessions,
            @Reference Signals signals,
            @Reference Links links,
            @Reference AccountSync settlement,
            @Reference UserAnnouncer news,
            @Reference Database database,
            @Reference(target = "(plexica.room=identity)") SchemaReady schemaReady) {
        this.authorization = authorization;
        this.sessions = sessions;
        this.links = links;
        this.settlement = settlement;
        this.news = news;
        this.database = database;
        this.people = new PersonStore(database);
        this.tasks = new AccountTasks(database);
        this.authority = new PeopleAuthority(authorization, database);
        this.lastAdmin = new LastAdmin(authorization, people);
        this.ledger = new PeopleChangeRecorder(audit, signals, database);
    }

    /** One of them. */
    public Person get(Home home, UUID id) {
        return people.find(home, id)
                .orElseThrow(() -> PlexicaException.notFound("There is no such " + home.resource()));
    }

    /** One of them, whom nobody removes until the unit of work ends. */
    public Person hold(Home home, UUID id) {
        return people.hold(home, id)
                .orElseThrow(() -> PlexicaException.notFound("There is no such " + home.resource()));
    }

    /** One of them by id or address, as people type it. */
    public Person named(Home home, String name) {
        return (name.indexOf('@') < 0 ? byId(home, name) : people.byEmail(home, name))
                .orElseThrow(() -> PlexicaException.notFound("There is no " + home.resource() + " " + name));
    }

    /** Whoever has this address and was invited, but has not accepted yet. */
    public Optional<Person> waiting(Home home, Profile profile) {
        return people.byEmail(home, profile.address()).filter(person -> person.status() == UserStatus.INACTIVE);
    }

    /** What somebody has set for themselves, a JSON object. */
    public String preferences(Home home, UUID id) {
        return people.preferences(home, id);
    }

    /** Replaces that. */
    public void setPreferences(Home home, UUID id, String json) {
        database.together(() -> {
            people.setPreferences(home, id, json);
            ledger.recordPreferences(home, id);
            return json;
        });
    }

    /**
     * Gives somebody other names or another address. Links go to an address and die with it; who has not accepted yet is
     * invited again at the new one.
     *
     * @param change makes the new profile of what the person is
     */
    public Person edit(Home home, UUID id, IfMatch match, Function<Person, Profile> change) {
        Edit edit = ledger.attempted(home, id, "updated", () -> {
            Person before = locked(home, id, match);
            Profile wanted = change.apply(before);
            if (wanted.equals(before.profile())) {
                return new Edit(before, before);
            }
            if (!wanted.address().equals(before.email())) {
                demandFree(home, id, wanted.address());
            }
            Person after = people.setProfile(home, id, wanted);
            if (movesFrom(before, after)) {
                links.kill(home, id);
            }
            tasks.ask(home, id, Kind.UPDATE, after.email());
            ledger.record(home, "updated", before, after);
            news.updated(home, id);
            return new Edit(before, after);
        });
        try {
            settlement.settle(home, id);
            reinvite(home, edit.before(), edit.after());
            return edit.after();
        } catch (PlexicaException e) {
            takeBack(home, edit);
            throw e;
        }
    }

    /** Shuts somebody out at once. */
    public Person suspend(Home home, UUID id, IfMatch match) {
        return settled(home, id, "suspended", () -> {
            Person before = lockedToGo(home, id, match);
            if (before.status() == UserStatus.SUSPENDED) {
                return before;
            }
            Person after = people.setStatus(home, id, UserStatus.SUSPENDED);
            links.kill(home, id);
            sessions.endAll(home.slug(), id);
            ledger.announce(home);
            tasks.ask(home, id, Kind.UPDATE, after.email());
            ledger.record(home, "suspended", before, after);
            news.updated(home, id);
            return after;
        });
    }

    /** Lets somebody in again, or who was invited and has not accepted. */
    public Person activate(Home home, UUID id, IfMatch match) {
        return settled(home, id, "activated", () -> {
            Person before = locked(home, id, match);
            if (before.isActive()) {
                return before;
            }
            Person after = people.setStatus(home, id, UserStatus.ACTIVE);
            ledger.announce(home);
            tasks.ask(home, id, Kind.UPDATE, after.email());
            ledger.record(home, "activated", before, after);
            news.updated(home, id);
            return after;
        });
    }

    /** Removes somebody with all that is kept of them; the audit log goes on to name them. */
    public void remove(Home home, UUID id, IfMatch match) {
        settled(home, id, "deleted", () -> {
            Person before = lockedToGo(home, id, match);
            if (home.slug() != null) {
                news.removed(home.slug(), before);
            }
            ledger.record(home, "deleted", before, null);
            people.remove(home, id);
            sessions.endForGood(home.slug(), id);
            ledger.announce(home);
            tasks.ask(home, id, Kind.REMOVE, before.email());
            return before;
        });
    }

    /** Gives a tenant's user exactly these roles. */
    public Person assignRoles(String slug, UUID id, IfMatch match, Set<String> roles) {
        Home home = new Home(slug);
        return settled(home, id, "roles-assigned", () -> {
            Person before = locked(home, id, match);
            Set<String> present = authorization.rolesOf(slug, Set.of(id)).getOrDefault(id, Set.of());
            if (present.equals(roles)) {
                return before;
            }
            authorization.assignRoles(slug, id, roles);
            if (present.contains(Authorization.ADMIN) != roles.contains(Authorization.ADMIN)) {
                tasks.ask(home, id, Kind.UPDATE, before.email());
            }
            return people.touch(home, id);
        });
    }

    /** Sends a link by which somebody sets another password; to who has not accepted yet, the invitation again. */
    public Person sendLink(Home home, UUID id, @Nullable String language) {
        return ledger.attempted(home, id, "password-reset-sent", () -> {
            Person person = locked(home, id, IfMatch.ANY);
            if (person.status() == UserStatus.SUSPENDED) {
                throw PlexicaException.conflict(
                        "suspended", "nobody sends a link to somebody who may not come in; activate them first");
            }
            Purpose purpose = person.isActive() ? Purpose.PASSWORD_RESET : Purpose.INVITATION;
            links.send(home, new Addressee(id, person.email(), person.firstName()), purpose, language);
            ledger.record(home, person.isActive() ? "password-reset-sent" : "invited", null, person);
            return person;
        });
    }

    private Optional<Person> byId(Home home, String text) {
        try {
            return people.find(home, UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Person settled(Home home, UUID id, String what, Callable<Person> change) {
        Person after = ledger.attempted(home, id, what, change);
        settlement.settleIfTaken(home, id);
        return after;
    }

    private Person locked(Home home, UUID id, IfMatch match) {
        Person person = people.lock(home, id);
        match.require(person.version());
        authority.demand(home, id);
        return person;
    }

    /**
     * Somebody who can go. A user's row is locked before the admins of the tenant, as everywhere; super admins are locked in
     * one order for all, so that two who remove each other wait in line.
     */
    private Person lockedToGo(Home home, UUID id, IfMatch match) {
        if (home.slug() == null) {
            lastAdmin.demandAnother(home, id);
            return locked(home, id, match);
        }
        Person person = locked(home, id, match);
        lastAdmin.demandAnother(home, id);
        return person;
    }

    private void demandFree(Home home, UUID id, String email) {
        if (people.byEmail(home, email).filter(other -> !other.id().equals(id)).isPresent()) {
            throw PlexicaException.conflict("user-taken", "there is another user by the address " + email + " already");
        }
    }

    /** The identity server did not take the new profile, so the old one comes back unless somebody was faster. */
    private void takeBack(Home home, Edit edit) {
        database.apart(() -> {
            Person present = people.lock(home, edit.after().id());
            if (present.version() == edit.after().version()) {
                Person before = edit.before();
                Person back = people.setProfile(home, before.id(), before.profile());
                ledger.record(home, "updated", present, back);
                if (movesFrom(present, back)) {
                    links.kill(home, back.id());
                    reinvite(home, present, back);
                }
            }
            return present;
        });
    }

    private static boolean movesFrom(Person before, Person after) {
        return !before.email().equals(after.email());
    }

    /** Invites who waits at another address than before. */
    private void reinvite(Home home, Person before, Person after) {
        if (movesFrom(before, after) && after.status() == UserStatus.INACTIVE) {
            database.together(() -> {
                Addressee to = new Addressee(after.id(), after.email(), after.firstName());
                links.send(home, to, Purpose.INVITATION, null);
                ledger.record(home, "invited", null, after);
                return after;
            });
        }
    }

    private record Edit(Person before, Person after) {}
}
