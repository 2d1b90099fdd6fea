package io.plexica.events.internal.relay;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.doctor.Examination;
import io.plexica.spi.doctor.Finding;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Events that nobody could handle, and events that wait too long. */
@Component(service = Examination.class)
public final class EventsExamination implements Examination {

    private static final int LATE = 60;
    private static final int VERY_LATE = 900;
    private static final String NUMBERS = """
            SELECT count(*) FILTER (WHERE d.state = 'DEAD'),
                coalesce(extract(epoch FROM clock_timestamp() - min(o.at) FILTER (WHERE d.state IN ('SENT', 'PENDING'))), 0)
            FROM core.events_deliveries d JOIN core.events_outbox o ON o.number = d.event_number
            WHERE d.state IN ('DEAD', 'SENT', 'PENDING')""";

    private final Database database;

    /** Looks at the tables. */
    @Activate
    public EventsExamination(
            @Reference Database database, @Reference(target = "(plexica.room=events)") SchemaReady ready) {
        this.database = database;
    }

    @Override
    public String area() {
        return "events";
    }

    @Override
    public List<Finding> examine() {
        return database.apart(() -> database.core(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(NUMBERS);
                    ResultSet row = statement.executeQuery()) {
                row.next();
                long dead = row.getLong(1);
                long age = Math.round(row.getDouble(2));
                return List.of(
                        dead == 0
                                ? Finding.ok("dead letters", "none")
                                : Finding.warn(
                                        "dead letters",
                                        dead + " events could not be handled",
                                        "event:dead-letters says why, event:replay tries again"),
                        Finding.below(
                                "waiting",
                                "the oldest for " + age + " s",
                                age,
                                LATE,
                                VERY_LATE,
                                "event:lag says whose they are; a plugin may hang, or the broker be away"));
            }
        }));
    }
}
