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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What becomes of links that set a password. A wrong, used, replaced or expired one looks like any other that is not there. */
@Component(service = Invitations.class)
public final class Invitations {

    private static final int FAILURES_A_MINUTE = 20;

    private final IdentityProvider provider;
    private final AuditLog audit;
    private final SessionEnd sessions;
    private final Signals signals;
    private final Links links;
    private final Settlement settlement;
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
            @Reference Settlement settlement,
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
     * Sets the password of whoever has the link, lets an invited person in, and uses the link up.
     *
     * @param names what the person is called; null leaves a name as it is
     */
    public Shown accept(Home home, String token, @Nullable String password, Profile names) {
        return limited(() -> {
            Shown shown = database.apart(() -> shown(home, link(home, token)));
            Person before = shown.person();
            Profile profile = new Profile(
                    before.email(),
                    names.firstName() == null ? before.firstName() : names.firstName(),
                    names.lastName() == null ? before.lastName() : names.lastName());
            String checked = checked(profile, password);
            provider.setPassword(home.realm(), before.id(), checked);
            if (shown.purpose() == Purpose.PASSWORD_RESET) {
                provider.endSessions(home.realm(), before.id());
            }
            return asThemselves(home, before, () -> {
                Person after = database.apart(() -> write(home, token, shown, profile));
                settlement.settleIfTaken(home, before.id());
                return new Shown(after, shown.purpose(), shown.tenantName(), shown.expiresAt());
            });
        });
    }

    private static String checked(Profile profile, @Nullable String password) {
        Checks checks = profile.check(new Checks());
        checks.unless(password != null, "/password", "is required").password("/password", password);
        checks.done();
        return String.valueOf(password);
    }

    private Person write(Home home, String token, Shown shown, Profile profile) {
        if (!links.use(home, token)) {
            throw unknown();
        }
        // Whoever has a password now needs no other link, least of all an invitation that went unused.
        links.kill(home, shown.person().id());
        Person before = people.lock(home, shown.person().id());
        Person after = before;
        Profile present = new Profile(before.email(), before.firstName(), before.lastName());
        if (!profile.equals(present)) {
            after = people.setProfile(home, before.id(), profile);
        }
        if (before.status() == UserStatus.INACTIVE) {
            after = people.setStatus(home, before.id(), UserStatus.ACTIVE);
            signals.announce(Signals.USERS, home.key());
        }
        boolean reset = shown.purpose() == Purpose.PASSWORD_RESET;
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
