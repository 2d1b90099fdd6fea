package io.plexica.search.postgres.internal;

import io.plexica.spi.data.Sql;
import io.plexica.spi.search.EngineQuery;
import io.plexica.spi.search.EngineQuery.AnyOf;
import io.plexica.spi.search.EngineQuery.Between;
import io.plexica.spi.search.EngineQuery.Filter;
import io.plexica.spi.search.EngineQuery.Order;
import io.plexica.spi.search.Found;
import io.plexica.spi.search.Found.Hit;
import io.plexica.spi.search.IndexRef;
import io.plexica.spi.search.Languages;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A search as SQL; all that somebody typed or named is a parameter. For one use. */
final class Lookup {

    private final IndexRef index;
    private final EngineQuery query;
    private final List<Object> values = new ArrayList<>();

    Lookup(IndexRef index, EngineQuery query) {
        this.index = index;
        this.query = query;
    }

    Found in(Connection connection) throws SQLException {
        String from = from();
        String order = order();
        List<Object> all = new ArrayList<>(values);
        all.add(query.size());
        all.add(query.offset());
        String select = "SELECT d.id, d.stored, ts_rank(d.words, q.words) AS score, count(*) OVER () AS total" + from
                + " ORDER BY " + order + " LIMIT ? OFFSET ?";
        AtomicLong total = new AtomicLong();
        List<Hit> hits = Sql.list(
                connection,
                select,
                row -> {
                    total.set(row.getLong("total"));
                    return new Hit(row.getString("id"), row.getDouble("score"), row.getString("stored"));
                },
                all.toArray());
        return new Found(hits, hits.isEmpty() && query.offset() > 0 ? count(connection) : total.get());
    }

    /** No page told it: this one lies behind the last. */
    private long count(Connection connection) throws SQLException {
        values.clear();
        return Sql.count(connection, "SELECT count(*)" + from(), values.toArray());
    }

    private String from() {
        StringBuilder sql = new StringBuilder(" FROM (SELECT ");
        sql.append(words()).append(" AS words) q, search_documents d WHERE d.words @@ ");
        values.add(Lexemes.scope(index, query));
        sql.append(query.words().isEmpty() ? "CAST(? AS tsquery)" : "(CAST(? AS tsquery) && q.words)");
        query.filters().forEach(filter -> sql.append(" AND ").append(condition(filter)));
        return sql.toString();
    }

    private String words() {
        values.add(Lexemes.beginnings(query.words()));
        if (!Languages.isKnown(query.language())) {
            return "CAST(? AS tsquery)";
        }
        values.add(String.join(" ", query.words()));
        return "CAST(? AS tsquery) || plainto_tsquery(" + Lexemes.configuration(query.language()) + ", ?)";
    }

    private String condition(Filter filter) {
        if (filter instanceof AnyOf keyword) {
            values.add(keyword.field());
            values.add(keyword.values().toArray(String[]::new));
            return "jsonb_exists_any(d.facets -> 'k' -> CAST(? AS text), ?)";
        }
        Between number = (Between) filter;
        StringBuilder sql = new StringBuilder("TRUE");
        if (number.from() != null) {
            values.add(number.field());
            values.add(number.from());
            sql.append(" AND CAST(d.facets -> 'n' ->> CAST(? AS text) AS float8) >= ?");
        }
        if (number.to() != null) {
            values.add(number.field());
            values.add(number.to());
            sql.append(" AND CAST(d.facets -> 'n' ->> CAST(? AS text) AS float8) <= ?");
        }
        return sql.toString();
    }

    private String order() {
        StringBuilder sql = new StringBuilder();
        for (Order order : query.orders()) {
            values.add(order.field());
            sql.append(
                            order.isNumber()
                                    ? "CAST(d.facets -> 'n' ->> CAST(? AS text) AS float8)"
                                    : "(d.facets -> 'k' -> CAST(? AS text) ->> 0) COLLATE \"C\"")
                    .append(order.descending() ? " DESC" : " ASC")
                    .append(" NULLS LAST, ");
        }
        return sql.append("score DESC, d.id COLLATE \"C\"").toString();
    }
}
