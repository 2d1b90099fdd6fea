package io.plexica.operations.internal;

import io.plexica.spi.data.Database;
import io.plexica.spi.data.SchemaReady;
import io.plexica.spi.doctor.Examination;
import io.plexica.spi.doctor.Finding;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Long work that takes very long, or of which nothing is heard any more. */
@Component(service = Examination.class)
public final class OperationsExamination implements Examination {

    private static final String OLD = """
            SELECT id, type, coalesce(step, ''), heartbeat_at < now() - interval '5 minutes' FROM core.operations
            WHERE status = 'RUNNING' AND started_at < now() - interval '1 hour' ORDER BY started_at LIMIT 20""";

    private final Database database;

    /** Looks at the table. */
    @Activate
    public OperationsExamination(
            @Reference Database database, @Reference(target = "(plexica.room=operations)") SchemaReady ready) {
        this.database = database;
    }

    @Override
    public String area() {
        return "operations";
    }

    @Override
    public List<Finding> examine() {
        List<Finding> findings = database.apart(() -> database.core(connection -> {
            List<Finding> found = new ArrayList<>();
            try (PreparedStatement statement = connection.prepareStatement(OLD);
                    ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String what = rows.getString(2) + " " + rows.getString(1);
                    found.add(
                            rows.getBoolean(4)
                                    ? Finding.fail(
                                            what,
                                            "nothing is heard of it",
                                            "no node closes what others left: is any running, and its clock right?")
                                    : Finding.warn(
                                            what,
                                            "runs for more than an hour, at step " + rows.getString(3),
                                            "operation:show says how far it is"));
                }
            }
            return found;
        }));
        return findings.isEmpty() ? List.of(Finding.ok("long work", "none is overdue")) : findings;
    }
}
