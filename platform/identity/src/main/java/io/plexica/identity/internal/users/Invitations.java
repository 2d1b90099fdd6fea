package io.plexica.identity.internal.users;

import com.github.benmanes.caffeine.cache.Ticker;
import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.FailureLimit;
import io.plexica.identity.internal.FailureLimit.Attempt;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.SessionEnd;
import io.plexica.identity.internal.links.Link;
import io.plexica.identity.internal.links.Links;
import io.plexica.identity.internal.links.Purpose;
import io.plexica.identity.internal.users.AccountTasks.Kind;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.authorization.Grants;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.signal.Signals;
import io.plexica.spi.web.Checks;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of links that set a password. A wrong, used, replaced or expired one looks like any other that is not there. */
@Component(service = Invitations.class)
public final class Invitations {

    private static final Logger LOG = LoggerFactory.getLogger(Invitations.class);
    private static final int FAILURES_A_MINUTE = 20;

    private final IdentityProvider provider;
    private final AuditLog audit;
    private final SessionEnd sessions;
    private final Signals signals;
    private final Links links;
    private final AccountSync settlement;
    private final Database database;
    private final PersonStore people;
    private final AccountTasks tasks;
    private final FailureLimit limit = new FailureLimit(FAILURES_A_MINUTE, Ticker.systemTicker());

    @Activate
    public Invitations(
            @Reference IdentityProvider provider,
            @Reference AuditLog audit,
            @Reference SessionEnd sessions,
            @Reference Signals signals,
            @Reference Links links,
            @Reference AccountSync settlement,
            @Reference Database database,
            @Reference(target = "(plexica.room=identity)") SchemaReady schemaReady) {
        this.provider = provider;
        this.audit = audit;
        this.sessions = sessions;
        this.signals = signals;
        this.links = links;
        this.settlement = settlement;
        this.database = database;
        this.people = new PersonStore(database);
        this.tasks = new AccountTasks(database);
    }

    /** What a link is about. */
    public record Shown(Person person, Purpose purpose, String tenantName, Instant expiresAt) {}

    /** What a link is about; {@code not-found} for one that cannot be used. */
    public Shown show(Home home, String token) {
        return limited(() -> database.apart(() -> shown(home, link(home, token))));
    }

    /**
     * Sets the password of whoever has the link, lets an invited person in, and uses the link up. Of several who try at once
     * one gets to the identity server: the link is claimed before, and good again when that one fails. What was begun with a
     * good link counts, whatever becomes of the person meanwhile; whether they may come in is the row's to say.
     *
     * @param names what the person is called; null leaves a name as it is
     */
    public Shown accept(Home home, String token, @Nullable String password, Profile names) {
        return limited(() -> {
            Shown shown = database.apart(() -> shown(home, link(home, token)));
            String checked = checked(called(shown.person(), names), password);
            UUID id = shown.person().id();
            database.apart(() -> claim(home, token, id));
            setPassword(home, id, checked, shown.purpose());
            return asThemselves(home, shown.person(), () -> {
                Person after = database.apart(() -> write(home, id, shown.purpose(), names));
                settlement.settleIfTaken(home, id);
                return new Shown(after, shown.purpose(), shown.tenantName(), shown.expiresAt());
            });
        });
    }

    /** Those who try at the same moment wait for the row, and then find no link. */
    private Link claim(Home home, String token, UUID id) {
        people.lock(home, id);
        Link link = link(home, token);
        links.claim(home, id);
        return link;
    }

    private void setPassword(Home home, UUID id, String password, Purpose purpose) {
        try {
            provider.setPassword(home.realm(), id, password);
        } catch (RuntimeException e) {
            giveBack(home, id);
            throw e;
        }
        if (purpose == Purpose.PASSWORD_RESET) {
            endSessions(home, id);
        }
    }

    private void giveBack(Home home, UUID id) {
        try {
            database.apart(() -> {
                links.giveBack(home, id);
                return id;
            });
        } catch (RuntimeException e) {
            LOG.warn("A link that set no password is good again in two minutes only: {}", e.getMessage());
        }
    }

    /** On this platform they end with the password in any case. */
    private void endSessions(Home home, UUID id) {
        try {
            provider.endSessions(home.realm(), id);
        } catch (PlexicaException e) {
            LOG.warn("Sessions ended here go on in the identity server until they expire: {}", e.detail());
        }
    }

    private static Profile called(Person person, Profile names) {
        return new Profile(
                person.email(),
                names.firstName() == null ? person.firstName() : names.firstName(),
                names.lastName() == null ? person.lastName() : names.lastName());
    }

    private static String checked(Profile profile, @Nullable String password) {
        Checks checks = profile.check(new Checks());
        checks.unless(password != null, "/password", "is required").password("/password", password);
        checks.done();
        return String.valueOf(password);
    }

    private Person write(Home home, UUID id, Purpose purpose, Profile names) {
        Person before = people.lock(home, id);
        // Whoever has a password now needs no other link, least of all an invitation that went unused.
        links.kill(home, id);
        Person after = people.setHasPassword(home, id);
        Profile profile = called(before, names);
        if (!profile.equals(before.profile())) {
            after = people.setProfile(home, before.id(), profile);
        }
        if (before.status() == UserStatus.INACTIVE) {
            after = people.setStatus(home, before.id(), UserStatus.ACTIVE);
            signals.announce(Signals.USERS, home.key());
        }
        boolean reset = purpose == Purpose.PASSWORD_RESET;
        if (reset) {
            sessions.endAll(home.slug(), before.id());
        }
        tasks.ask(home, before.id(), Kind.UPDATE, after.email());
        audit.record(
                home.slug(),
                home.action(reset ? "password-reset" : "invitation-accepted"),
                home.resource(),
                before.id().toString(),
                before.audited(),
                after.audited());
        return after;
    }

    private Link link(Home home, String token) {
        return links.find(home, token).orElseThrow(Invitations::unknown);
    }

    private Shown shown(Home home, Link link) {
        Person person = people.find(home, link.userId())
                .filter(found -> found.status() != UserStatus.SUSPENDED)
                .orElseThrow(Invitations::unknown);
        return new Shown(person, link.purpose(), links.tenantName(home), link.expiresAt());
    }

    private static <T> T asThemselves(Home home, Person person, Supplier<T> work) {
        try (Contexts.Scope scope =
                Contexts.open(Contexts.require().as(person.principal(home.slug() == null), Grants.NONE))) {
            return work.get();
        }
    }

    /** Tokens cannot be guessed; this keeps those who try from costing much. */
    private <T> T limited(Supplier<T> work) {
        Attempt attempt = limit.begin(String.valueOf(Contexts.require().remoteAddress()));
        boolean failed = false;
        try {
            return work.get();
        } catch (PlexicaException e) {
            failed = e.code() == ErrorCode.NOT_FOUND;
            throw e;
        } finally {
            attempt.end(failed);
        }
    }

    private static PlexicaException unknown() {
        return PlexicaException.notFound(
                "The link is not valid, or not any more: ask for another one where you got it from");
    }
}
