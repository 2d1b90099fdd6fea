package io.plexica.web.internal.health;

import io.plexica.web.internal.health.HealthBoard.Report;
import io.plexica.web.internal.settings.WebSettings;
import java.util.List;

/** What a report comes to, with the parts that the settings demand. */
record Readiness(WebSettings settings) {

    boolean isReady(Report report) {
        return report.neededAreHealthy() && missing(report).isEmpty();
    }

    /** As {@code /health} says it in one word. */
    String status(Report report) {
        return !isReady(report) ? "unhealthy" : report.allAreHealthy() ? "healthy" : "degraded";
    }

    /** The parts that must be there and are not. */
    List<String> missing(Report report) {
        return settings.current().healthRequired().stream()
                .filter(name -> !report.knows(name))
                .toList();
    }
}
