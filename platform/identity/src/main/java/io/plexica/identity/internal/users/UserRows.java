package io.plexica.identity.internal.users;

import static java.util.Objects.requireNonNull;

import io.plexica.identity.internal.Home;
import io.plexica.identity.internal.TokenRefusals;
import io.plexica.spi.audit.AuditLog;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.Sql;
import io.plexica.spi.identity.Principal;
import io.plexica.spi.identity.UserStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is here, as tokens tell it. The identity server knows best what people are called, the platform whether they may come
 * in: names follow a token unless it is older than the last change here or that change has not reached the identity server.
 */
final class UserRows {

    private final Database database;
    private final UserAnnouncer news;
    private final AuditLog audit;
    private final AccountTasks tasks;

    UserRows(Database database, UserAnnouncer news, AuditLog audit) {
        this.database = database;
        this.news = news;
        this.audit = audit;
        this.tasks = new AccountTasks(database);
    }

    private record Known(
            UserStatus status,
            String email,
            @Nullable String firstName,
            @Nullable String lastName,
            Instant profileAt) {

        /** Tokens leave out names that the identity server does not have; they are no reason to forget them. */
        boolean isCalledOtherwise(Principal who) {
            return !email.equals(who.email())
                    || who.firstName() != null && !Objects.equals(firstName, who.firstName())
                    || who.lastName() != null && !Objects.equals(lastName, who.lastName());
        }
    }

    /**
     * Notes that somebody is here, and adds who is new, without any right.
     *
     * @param issuedAt when the token was issued that says so
     * @throws io.plexica.api.problem.PlexicaException {@code unauthenticated} for somebody who has just been removed
     */
    UserStatus see(Home home, Principal who, Instant issuedAt) {
        return database.together(() -> {
            Optional<Known> known = note(home, who.id());
            if (known.isEmpty()) {
                return add(home, who);
            }
            boolean younger = issuedAt.isAfter(known.get().profileAt());
            if (younger
                    && known.get().isCalledOtherwise(who)
                    && tasks.find(home, who.id()).isEmpty()) {
                follow(home, known.get(), who);
            }
            return known.get().status();
        });
    }

    /** Whether somebody who has been here may come in; empty for who is gone. */
    Optional<UserStatus> status(Home home, UUID user) {
        return home.with(
                database,
                connection -> Sql.find(
                        connection,
                        "SELECT status FROM " + home.table() + " WHERE id = ?",
                        row -> UserStatus.valueOf(row.getString(1)),
                        user));
    }

    private Optional<Known> note(Home home, UUID user) {
        return home.with(
                database,
                connection -> Sql.find(
                        connection,
                        "UPDATE " + home.table() + " SET last_seen_at = now() WHERE id = ?"
                                + " RETURNING status, email, first_name, last_name, profile_at",
                        row -> new Known(
                                UserStatus.valueOf(row.getString(1)),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                requireNonNull(Sql.moment(row, "profile_at"))),
                        user));
    }

    private UserStatus add(Home home, Principal who) {
        if (tasks.isRemoved(home, who.id())) {
            throw TokenRefusals.invalid("the user has been removed");
        }
        int added = home.with(
                database,
                connection -> Sql.update(
                        connection,
                        "INSERT INTO " + home.table() + " (id, email, first_name, last_name, last_seen_at)"
                                + " VALUES (?, ?, ?, ?, now()) ON CONFLICT (id) DO NOTHING",
                        who.id(),
                        who.email(),
                        who.firstName(),
                        who.lastName()));
        if (added == 1 && home.slug() != null) {
            news.created(home.slug(), who.id());
        }
        if (added == 1) {
            audit.record(
                    home.slug(),
                    home.action("first-seen"),
                    home.resource(),
                    who.id().toString(),
                    null,
                    Map.of("email", who.email()));
        }
        return status(home, who.id()).orElseThrow(() -> TokenRefusals.invalid("the user is gone"));
    }

    /** A link goes to an address and dies with it. */
    private void follow(Home home, Known before, Principal who) {
        home.with(
                database,
                connection -> Sql.update(
                        connection,
                        "UPDATE " + home.table() + " SET email = ?, first_name = coalesce(?, first_name),"
                                + " last_name = coalesce(?, last_name), updated_at = now(), version = version + 1"
                                + " WHERE id = ?",
                        who.email(),
                        who.firstName(),
                        who.lastName(),
                        who.id()));
        if (!before.email().equals(who.email())) {
            home.with(
                    database,
                    connection -> Sql.update(connection, "DELETE FROM account_links WHERE user_id = ?", who.id()));
        }
        audit.record(
                home.slug(),
                home.action("updated"),
                home.resource(),
                who.id().toString(),
                called(before.email(), before.firstName(), before.lastName()),
                called(
                        who.email(),
                        who.firstName() == null ? before.firstName() : who.firstName(),
                        who.lastName() == null ? before.lastName() : who.lastName()));
    }

    private static Map<String, String> called(String email, @Nullable String firstName, @Nullable String lastName) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("email", email);
        if (firstName != null) {
            names.put("firstName", firstName);
        }
        if (lastName != null) {
            names.put("lastName", lastName);
        }
        return names;
    }
}
