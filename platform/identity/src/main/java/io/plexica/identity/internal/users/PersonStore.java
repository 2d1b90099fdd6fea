package io.plexica.identity.internal.users;

import io.plexica.api.problem.PlexicaException;
import io.plexica.identity.internal.Home;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.Sql;
import io.plexica.spi.identity.UserStatus;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of users in their tenant's schema and of super admins in {@code core}. Joins the unit of work. */
final class PersonStore {

    private final Database database;

    PersonStore(Database database) {
        this.database = database;
    }

    Optional<Person> find(Home home, UUID id) {
        return one(home, "SELECT %s FROM %s WHERE id = ?", id);
    }

    /** Somebody, whom nobody removes until the unit of work ends. */
    Optional<Person> hold(Home home, UUID id) {
        return one(home, "SELECT %s FROM %s WHERE id = ? FOR KEY SHARE", id);
    }

    List<Person> find(Home home, Collection<UUID> ids) {
        return many(home, "SELECT %s FROM %s WHERE id = ANY (?)", (Object) ids.toArray(UUID[]::new));
    }

    /** Those whose address or name holds a text. */
    List<Person> search(Home home, String text) {
        String like = Sql.anywhere(text);
        return many(
                home,
                "SELECT %s FROM %s WHERE email ILIKE ? OR concat_ws(' ', first_name, last_name) ILIKE ?",
                like,
                like);
    }

    /** Two rows may have one address when the identity server made somebody anew; the younger one counts. */
    Optional<Person> byEmail(Home home, String email) {
        return one(home, "SELECT %s FROM %s WHERE lower(email) = lower(?) ORDER BY created_at DESC LIMIT 1", email);
    }

    /** Somebody, locked until the unit of work ends. */
    Person lock(Home home, UUID id) {
        return one(home, "SELECT %s FROM %s WHERE id = ? FOR UPDATE", id)
                .orElseThrow(() -> PlexicaException.notFound("There is no such " + home.resource()));
    }

    /** All who can come in: ACTIVE, and not without any password since they were made. Locked in one order for all. */
    List<Person> lockAble(Home home) {
        return many(
                home,
                "SELECT %s FROM %s WHERE status = 'ACTIVE' AND (has_password OR last_seen_at IS NOT NULL)"
                        + " ORDER BY id FOR UPDATE");
    }

    /** Adds somebody; who was seen a moment before becomes as wanted. */
    Person add(Home home, UUID id, NewPerson wanted) {
        Profile profile = wanted.profile();
        return change(
                home,
                "INSERT INTO %2$s (id, email, first_name, last_name, status, has_password, profile_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, now())"
                        + " ON CONFLICT (id) DO UPDATE SET email = excluded.email, first_name = excluded.first_name,"
                        + " last_name = excluded.last_name, status = excluded.status,"
                        + " has_password = excluded.has_password, profile_at = now() RETURNING %1$s",
                id,
                profile.email(),
                profile.firstName(),
                profile.lastName(),
                wanted.status().name(),
                wanted.password() != null);
    }

    /** Notes that somebody has set a password of their own. */
    Person setHasPassword(Home home, UUID id) {
        return change(
                home,
                "UPDATE %2$s SET has_password = true, updated_at = now(), version = version + 1 WHERE id = ?"
                        + " RETURNING %1$s",
                id);
    }

    Person setProfile(Home home, UUID id, Profile profile) {
        return change(
                home,
                "UPDATE %2$s SET email = ?, first_name = ?, last_name = ?, profile_at = clock_timestamp(),"
                        + " updated_at = now(), version = version + 1 WHERE id = ? RETURNING %1$s",
                profile.email(),
                profile.firstName(),
                profile.lastName(),
                id);
    }

    Person setStatus(Home home, UUID id, UserStatus status) {
        return change(
                home,
                "UPDATE %2$s SET status = ?, updated_at = now(), version = version + 1 WHERE id = ? RETURNING %1$s",
                status.name(),
                id);
    }

    /** Notes that something kept elsewhere has changed, such as roles. */
    Person touch(Home home, UUID id) {
        return change(
                home, "UPDATE %2$s SET updated_at = now(), version = version + 1 WHERE id = ? RETURNING %1$s", id);
    }

    void remove(Home home, UUID id) {
        home.with(database, connection -> Sql.update(connection, "DELETE FROM " + home.table() + " WHERE id = ?", id));
    }

    String preferences(Home home, UUID id) {
        String sql = "SELECT preferences FROM " + home.table() + " WHERE id = ?";
        return home.with(database, connection -> Sql.find(connection, sql, row -> row.getString(1), id))
                .orElseThrow(() -> PlexicaException.notFound("Only people have preferences"));
    }

    Map<UUID, String> preferences(Home home, Collection<UUID> ids) {
        String sql = "SELECT id, preferences FROM " + home.table() + " WHERE id = ANY (?)";
        return home
                .with(
                        database,
                        connection -> Sql.list(
                                connection,
                                sql,
                                row -> Map.entry(row.getObject(1, UUID.class), row.getString(2)),
                                (Object) ids.toArray(UUID[]::new)))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void setPreferences(Home home, UUID id, String json) {
        String sql = "UPDATE " + home.table() + " SET preferences = ?::jsonb WHERE id = ?";
        if (home.<Integer>with(database, connection -> Sql.update(connection, sql, json, id)) == 0) {
            throw PlexicaException.notFound("Only people have preferences");
        }
    }

    private Optional<Person> one(Home home, String sql, @Nullable Object... values) {
        return many(home, sql, values).stream().findFirst();
    }

    private Person change(Home home, String sql, @Nullable Object... values) {
        return one(home, sql, values)
                .orElseThrow(() -> PlexicaException.notFound("There is no such " + home.resource()));
    }

    private List<Person> many(Home home, String sql, @Nullable Object... values) {
        String filled = String.format(sql, Person.COLUMNS, home.table());
        return home.with(database, connection -> Sql.list(connection, filled, Person::of, values));
    }
}
