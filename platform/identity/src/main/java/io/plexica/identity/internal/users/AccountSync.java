package io.plexica.identity.internal.users;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.IdentityWorker;
import io.plexica.identity.internal.users.AccountTasks.Task;
import io.plexica.spi.authorization.Authorization;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.identity.IdentityProvider;
import io.plexica.spi.identity.IdentityProvider.UserState;
import io.plexica.spi.tenancy.Tenants;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the identity server agree with the platform's rows. Whoever changes a row leaves a task in the same unit of work and
 * has it settled after the commit; what fails then, or died before, is settled by a worker of any node.
 */
@Component(service = AccountSync.class)
public final class AccountSync {

    private static final Logger LOG = LoggerFactory.getLogger(AccountSync.class);
    private static final Duration ROUND = Duration.ofSeconds(5);
    private static final int AT_ONCE = 20;
    private static final long LONGEST_PAUSE = 300;

    private final IdentityProvider provider;
    private final Authorization authorization;
    private final Tenants tenants;
    private final Database database;
    private final PersonStore people;
    private final AccountTasks tasks;

    @Activate
    public AccountSync(
            @Reference IdentityProvider provider,
            @Reference Authorization authorization,
            @Reference Tenants tenants,
            @Reference Database database,
            @Reference IdentityWorker worker,
            @Reference(target = "(plexica.room=identity)") SchemaReady schemaReady) {
        this.provider = provider;
        this.authorization = authorization;
        this.tenants = tenants;
        this.database = database;
        this.people = new PersonStore(database);
        this.tasks = new AccountTasks(database);
        worker.every(ROUND, "Telling the identity server of changed people", this::settleAll);
    }

    /**
     * Settles what somebody's change has left to do. When the identity server does not answer, that happens later: the
     * platform's row counts already.
     *
     * @throws PlexicaException {@code validation-failed} or {@code conflict} when the identity server does not take it
     */
    void settle(Home home, UUID subject) {
        Optional<Task> task = tasks.find(home, subject);
        if (task.isEmpty()) {
            return;
        }
        try {
            perform(task.get());
        } catch (PlexicaException e) {
            if (isRefusal(e)) {
                tasks.done(task.get());
                throw e;
            }
            LOG.warn("The identity server will be told of {} {} later: {}", home.resource(), subject, e.detail());
        }
    }

    /** Settles likewise where no profile was changed: what the identity server does not take is then no fault of the caller's. */
    void settleIfTaken(Home home, UUID subject) {
        try {
            settle(home, subject);
        } catch (PlexicaException e) {
            LOG.warn("The identity server does not take what {} {} became: {}", home.resource(), subject, e.detail());
        }
    }

    /** Settles all that is due. */
    void settleAll() {
        for (Task task : tasks.claim(AT_ONCE)) {
            try {
                perform(task);
            } catch (PlexicaException e) {
                postpone(task, e);
            }
        }
    }

    /** A refusal would be the same the next time, and the identity server knows best what people are called. */
    private void postpone(Task task, PlexicaException why) {
        if (isRefusal(why)) {
            LOG.warn("The identity server does not take what {} became: {}", task.subject(), why.detail());
            tasks.done(task);
            return;
        }
        long pause = Math.min(LONGEST_PAUSE, 5L << Math.min(task.attempts(), 10));
        tasks.failed(task, why.detail(), pause);
    }

    private void perform(Task task) {
        Home home = task.home();
        if (home.slug() == null || tenants.find(home.slug()).isPresent()) {
            switch (task.kind()) {
                case CREATE -> removeUnowned(home, task.made());
                case UPDATE -> update(home, task.subject());
                case REMOVE -> provider.deleteUser(home.realm(), task.subject());
            }
        }
        tasks.done(task);
    }

    /**
     * Whoever wanted the account has died: nobody knows of it, so it goes. One that the platform is not known to have made
     * stays, since it may be somebody's own; it gives no right, and a later creation takes it over.
     */
    private void removeUnowned(Home home, @Nullable UUID made) {
        if (made != null && people.find(home, made).isEmpty()) {
            provider.deleteUser(home.realm(), made);
        }
    }

    private void update(Home home, UUID subject) {
        Optional<UserState> wanted =
                database.apart(() -> people.find(home, subject).map(row -> state(home, row)));
        if (wanted.isEmpty()) {
            return;
        }
        try {
            provider.updateUser(home.realm(), subject, wanted.get());
        } catch (PlexicaException e) {
            if (e.code() != ErrorCode.NOT_FOUND) {
                throw e;
            }
            LOG.warn("The identity server has lost {} {}; remove and create them again", home.resource(), subject);
        }
    }

    private UserState state(Home home, Person row) {
        boolean admin = home.slug() != null
                && authorization
                        .rolesOf(home.slug(), Set.of(row.id()))
                        .getOrDefault(row.id(), Set.of())
                        .contains(Authorization.ADMIN);
        return new UserState(row.email(), row.firstName(), row.lastName(), row.isActive(), admin);
    }

    private static boolean isRefusal(PlexicaException e) {
        return e.code() == ErrorCode.VALIDATION_FAILED || e.code() == ErrorCode.CONFLICT;
    }
}
