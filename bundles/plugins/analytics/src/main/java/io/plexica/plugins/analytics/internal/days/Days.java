package io.plexica.plugins.analytics.internal.days;

import io.plexica.api.data.Data;
import io.plexica.api.events.Event;
import io.plexica.api.rest.Page;
import io.plexica.api.rest.PageQuery;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What has happened, and what days came to. Each call joins the unit of work of the caller. */
@Component(service = Days.class)
public final class Days {

    private static final Map<String, String> SORTED =
            Map.of("day", "day", "kind", "kind", "count", "happened", "amount", "amount");
    private static final String NOTE =
            "INSERT INTO happenings (event_id, day, kind, currency, amount) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING";
    private static final String ADD_UP = """
            WITH over AS (DELETE FROM happenings WHERE day < ? RETURNING day, kind, currency, amount)
            INSERT INTO days (day, kind, currency, happened, amount)
            SELECT day, kind, currency, count(*), sum(amount) FROM over GROUP BY day, kind, currency
            ON CONFLICT (day, kind, currency) DO UPDATE
            SET happened = days.happened + EXCLUDED.happened, amount = days.amount + EXCLUDED.amount""";
    private static final String WANTED = " FROM days WHERE day BETWEEN ? AND ? AND strpos(kind, lower(?)) > 0";

    private final Data data;

    @Activate
    public Days(@Reference Data data) {
        this.data = data;
    }

    /** Notes that something has happened. */
    void note(Event event) throws SQLException {
        Object currency = event.payload().get("currency");
        Object amount = event.payload().get("amount");
        try (PreparedStatement note = data.connection().prepareStatement(NOTE)) {
            note.setObject(1, event.id());
            note.setObject(2, event.at().atOffset(ZoneOffset.UTC).toLocalDate());
            note.setString(3, event.name());
            note.setString(4, currency == null ? "" : currency.toString());
            note.setBigDecimal(5, amount == null ? BigDecimal.ZERO : new BigDecimal(amount.toString()));
            note.executeUpdate();
        }
    }

    /** Adds up what happened before a day. What comes late is added to what its day came to. */
    int addUp(LocalDate before) throws SQLException {
        try (PreparedStatement add = data.connection().prepareStatement(ADD_UP)) {
            add.setObject(1, before);
            return add.executeUpdate();
        }
    }

    /** A page of what days came to, both ends included, the last first unless another order is asked for. */
    Page<DayFigures> list(LocalDate from, LocalDate to, PageQuery paging) throws SQLException {
        String order = paging.orderBy(SORTED, "day DESC") + ", day, kind, currency";
        Connection connection = data.connection();
        String page = " ORDER BY " + order + " LIMIT " + paging.size() + " OFFSET " + paging.offset();
        try (PreparedStatement count = prepared(connection, "SELECT count(*)" + WANTED, from, to, paging);
                ResultSet total = count.executeQuery();
                PreparedStatement select = prepared(connection, "SELECT *" + WANTED + page, from, to, paging);
                ResultSet row = select.executeQuery()) {
            List<DayFigures> found = new ArrayList<>();
            while (row.next()) {
                found.add(read(row));
            }
            total.next();
            return new Page<>(found, paging.page(), paging.size(), total.getLong(1));
        }
    }

    private static PreparedStatement prepared(
            Connection connection, String sql, LocalDate from, LocalDate to, PageQuery paging) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setObject(1, from);
        statement.setObject(2, to);
        statement.setString(3, paging.text());
        return statement;
    }

    private static DayFigures read(ResultSet row) throws SQLException {
        String currency = row.getString("currency");
        return new DayFigures(
                row.getObject("day", LocalDate.class),
                row.getString("kind"),
                currency.isEmpty() ? null : currency,
                row.getLong("happened"),
                currency.isEmpty() ? null : row.getBigDecimal("amount"));
    }
}
