package io.plexica.web.internal.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.plexica.web.internal.health.HealthBoard;
import io.plexica.web.internal.health.HealthBoard.Finding;
import io.plexica.web.internal.health.HealthBoard.Report;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.table.ShellTable;
import org.jspecify.annotations.Nullable;

/** Shows how every part of the platform is. */
@Service
@Command(scope = "plexica", name = "status", description = "Shows how every part of the platform is")
public final class StatusCommand implements Action {

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    @Reference
    private HealthBoard board;

    @Reference
    private Session session;

    @Option(name = "--json", description = "Print JSON")
    private boolean json;

    @Override
    public @Nullable Object execute() throws JsonProcessingException {
        Report report = board.look();
        if (json) {
            session.getConsole().println(JSON.writeValueAsString(document(report)));
        } else {
            print(report);
        }
        return null;
    }

    private void print(Report report) {
        ShellTable table = new ShellTable();
        table.column("Part");
        table.column("Healthy");
        table.column("Needed");
        table.column("Answered in");
        table.column("Error");
        for (Finding finding : report.findings()) {
            table.addRow()
                    .addContent(
                            finding.name(),
                            finding.healthy() ? "yes" : "no",
                            finding.needed() ? "yes" : "no",
                            finding.millis() + " ms",
                            finding.error() == null ? "" : finding.error());
        }
        table.print(session.getConsole());
        session.getConsole().println(status(report));
    }

    private static Map<String, Object> document(Report report) {
        Map<String, Object> checks = new LinkedHashMap<>();
        for (Finding finding : report.findings()) {
            Map<String, Object> check = new LinkedHashMap<>();
            check.put("healthy", finding.healthy());
            check.put("neededForReady", finding.needed());
            check.put("responseTime", finding.millis());
            check.put("error", finding.error());
            checks.put(finding.name(), check);
        }
        return Map.of("status", status(report), "checks", checks);
    }

    private static String status(Report report) {
        if (report.allAreHealthy()) {
            return "healthy";
        }
        return report.neededAreHealthy() ? "degraded" : "unhealthy";
    }
}
