package io.plexica.identity.internal.users;

import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.identity.internal.Home;
import io.plexica.spi.data.Database;
import io.plexica.spi.data.Sql;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.web.Checks;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A look through the people of a home.
 *
 * @param status only those with it; null for all
 * @param among only these; null for all
 * @param paging which page, in what order, with what text in address or name
 */
public record PersonQuery(
        @Nullable UserStatus status, @Nullable Set<UUID> among, PageQuery paging) {

    private static final Map<String, String> SORTABLE = Map.of(
            "email", "lower(email)",
            "firstName", "lower(first_name)",
            "lastName", "lower(last_name)",
            "status", "status",
            "createdAt", "created_at",
            "updatedAt", "updated_at",
            "lastSeenAt", "last_seen_at");

    private static final String WHERE = " WHERE (CAST(? AS text) IS NULL OR status = ?)"
            + " AND (CAST(? AS uuid[]) IS NULL OR id = ANY (?))"
            + " AND (CAST(? AS text) IS NULL OR email ILIKE ?"
            + " OR concat_ws(' ', first_name, last_name) ILIKE ?)";

    /** Everybody. */
    public PersonQuery(PageQuery paging) {
        this(null, null, paging);
    }

    /** The status that a parameter names. */
    public static @Nullable UserStatus status(@Nullable String text) {
        if (text == null) {
            return null;
        }
        List<String> names =
                Arrays.stream(UserStatus.values()).map(UserStatus::name).toList();
        new Checks().oneOf("/status", text, names).done();
        return UserStatus.valueOf(text);
    }

    /** Looks. Joins the unit of work. */
    public Page<Person> run(Database database, Home home) {
        String order = paging.orderBy(SORTABLE, "lower(email)");
        String name = status == null ? null : status.name();
        UUID[] ids = among == null ? null : among.toArray(UUID[]::new);
        String like = paging.text().isEmpty() ? null : Sql.anywhere(paging.text());
        Object[] values = {name, name, ids, ids, like, like, like};
        String from = " FROM " + home.table() + WHERE;
        String page = "SELECT " + Person.COLUMNS + from + " ORDER BY " + order + ", id LIMIT " + paging.size()
                + " OFFSET " + paging.offset();
        return home.with(
                database,
                connection -> new Page<>(
                        Sql.list(connection, page, Person::of, values),
                        paging.page(),
                        paging.size(),
                        Sql.count(connection, "SELECT count(*)" + from, values)));
    }
}
