package io.plexica.tenancy.internal;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import io.plexica.spi.data.Sql;
import io.plexica.spi.tenancy.TenantStatus;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A look through the tenants.
 *
 * @param status only those in it; null for all
 * @param plan only those with it; null for all
 * @param paging which page, in what order, with what text in slug or name
 */
public record TenantQuery(
        @Nullable TenantStatus status, @Nullable String plan, PageQuery paging) {

    private static final Map<String, String> SORTABLE = Map.of(
            "slug", "slug",
            "name", "lower(name)",
            "status", "status",
            "plan", "plan",
            "createdAt", "created_at",
            "updatedAt", "updated_at");
    private static final String WHERE = " FROM core.tenants WHERE (CAST(? AS text) IS NULL OR slug = ?)"
            + " AND (CAST(? AS text) IS NULL OR status = ?) AND (CAST(? AS text) IS NULL OR plan = ?) AND (slug ILIKE ? OR name ILIKE ?)";

    /** Reads the parameters of a call. */
    public static TenantQuery of(@Nullable String status, @Nullable String plan, PageQuery paging) {
        return new TenantQuery(status == null ? null : status(status), plan, paging.validated());
    }

    /**
     * Looks.
     *
     * @param only the one tenant that there is to see; null for all
     */
    Page<TenantRow> run(Connection connection, @Nullable String only) throws SQLException {
        String like = Sql.anywhere(paging.text());
        String name = status == null ? null : status.name();
        @Nullable Object[] values = {only, only, name, name, plan, plan, like, like};
        String order = paging.orderBy(SORTABLE, "slug");
        String sql = "SELECT *" + WHERE + " ORDER BY " + order + ", id LIMIT " + paging.size() + " OFFSET "
                + paging.offset();
        return new Page<>(
                TenantStore.query(connection, sql, values),
                paging.page(),
                paging.size(),
                Sql.count(connection, "SELECT count(*)" + WHERE, values));
    }

    private static TenantStatus status(String text) {
        return Arrays.stream(TenantStatus.values())
                .filter(status -> status.name().equals(text))
                .findFirst()
                .orElseThrow(() -> PlexicaException.validation(new FieldError(
                        "/status",
                        "must be one of "
                                + Arrays.stream(TenantStatus.values())
                                        .map(TenantStatus::name)
                                        .collect(Collectors.joining(", ")))));
    }
}
