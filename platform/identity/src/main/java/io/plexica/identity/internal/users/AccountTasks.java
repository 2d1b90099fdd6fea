package io.plexica.identity.internal.users;

import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.Home;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the identity server still has to be told, as the database keeps it. Every call joins the unit of work. */
final class AccountTasks {

    private static final String COLUMNS = "tenant, subject, kind, email, made, ticket, attempts";

    private final Database database;

    /** What is to be done about an account. */
    enum Kind {
        /** An account is being made; it must not stay if nobody gets it. */
        CREATE,
        /** It shall become as the row of its person says. */
        UPDATE,
        /** It shall go. */
        REMOVE
    }

    /**
     * Something to tell.
     *
     * @param made the account that a creation has made; null as long as it has made none
     */
    record Task(
            Home home,
            UUID subject,
            Kind kind,
            String email,
            @Nullable UUID made,
            UUID ticket,
            int attempts) {

        static Task of(ResultSet row) throws SQLException {
            return new Task(
                    Home.ofKey(row.getString("tenant")),
                    row.getObject("subject", UUID.class),
                    Kind.valueOf(row.getString("kind")),
                    row.getString("email"),
                    row.getObject("made", UUID.class),
                    row.getObject("ticket", UUID.class),
                    row.getInt("attempts"));
        }
    }

    AccountTasks(Database database) {
        this.database = database;
    }

    /**
     * Notes that an account by this address is about to be made, so that what a crash leaves is found.
     *
     * @throws PlexicaException {@code conflict} ({@code user-taken}) when somebody else is making it at this moment
     */
    UUID beginCreation(Home home, String email) {
        UUID subject = UUID.nameUUIDFromBytes(("create " + email).getBytes(StandardCharsets.UTF_8));
        int noted = update(
                "INSERT INTO account_tasks AS known (tenant, subject, kind, email, due_at)"
                        + " VALUES (?, ?, 'CREATE', ?, now() + interval '2 minutes') ON CONFLICT (tenant, subject)"
                        + " DO UPDATE SET ticket = excluded.ticket, requested_at = now(), due_at = excluded.due_at"
                        + " WHERE known.due_at < now()",
                home.key(),
                subject,
                email);
        if (noted == 0) {
            throw PlexicaException.conflict("user-taken", "a user by the address " + email + " is just being created");
        }
        return subject;
    }

    /** Notes which account a creation has made: only such a one is the platform's to remove. */
    void made(Home home, UUID subject, UUID account) {
        update(
                "UPDATE account_tasks SET made = ? WHERE tenant = ? AND subject = ? AND kind = 'CREATE'",
                account,
                home.key(),
                subject);
    }

    /** Gives a creation up; an account that it, or one before it, has made is removed soon. */
    void abandonCreation(Home home, UUID subject) {
        update(
                "DELETE FROM account_tasks WHERE tenant = ? AND subject = ? AND kind = 'CREATE' AND made IS NULL",
                home.key(),
                subject);
        update(
                "UPDATE account_tasks SET due_at = now() WHERE tenant = ? AND subject = ? AND kind = 'CREATE'",
                home.key(),
                subject);
    }

    void endCreation(Home home, UUID subject) {
        update("DELETE FROM account_tasks WHERE tenant = ? AND subject = ? AND kind = 'CREATE'", home.key(), subject);
    }

    /** Asks that the identity server be told. The asker tells it at once; the delay is for when that fails. */
    void ask(Home home, UUID subject, Kind kind, String email) {
        update(
                "INSERT INTO account_tasks (tenant, subject, kind, email, due_at)"
                        + " VALUES (?, ?, ?, ?, now() + interval '15 seconds') ON CONFLICT (tenant, subject) DO UPDATE"
                        + " SET kind = excluded.kind, email = excluded.email, ticket = excluded.ticket,"
                        + " requested_at = now(), due_at = excluded.due_at, attempts = 0, problem = NULL",
                home.key(),
                subject,
                kind.name(),
                email);
    }

    Optional<Task> find(Home home, UUID subject) {
        return database.core(connection -> Sql.find(
                connection,
                "SELECT " + COLUMNS + " FROM account_tasks WHERE tenant = ? AND subject = ?",
                Task::of,
                home.key(),
                subject));
    }

    boolean isRemoved(Home home, UUID subject) {
        return find(home, subject).filter(task -> task.kind() == Kind.REMOVE).isPresent();
    }

    /** Takes what is due, so that no other node does it in the next minute. */
    List<Task> claim(int most) {
        return database.core(connection -> Sql.list(
                connection,
                "UPDATE account_tasks SET due_at = now() + interval '1 minute', attempts = attempts + 1"
                        + " WHERE (tenant, subject) IN (SELECT tenant, subject FROM account_tasks WHERE due_at <= now()"
                        + " ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED) RETURNING " + COLUMNS,
                Task::of,
                most));
    }

    /** Forgets a task that is done, unless something newer was asked meanwhile. */
    void done(Task task) {
        update(
                "DELETE FROM account_tasks WHERE tenant = ? AND subject = ? AND ticket = ?",
                task.home().key(),
                task.subject(),
                task.ticket());
    }

    void failed(Task task, String problem, long seconds) {
        update(
                "UPDATE account_tasks SET problem = ?, due_at = now() + ? * interval '1 second'"
                        + " WHERE tenant = ? AND subject = ? AND ticket = ?",
                problem,
                seconds,
                task.home().key(),
                task.subject(),
                task.ticket());
    }

    private int update(String sql, @Nullable Object... values) {
        return database.core(connection -> Sql.update(connection, sql, values));
    }
}
