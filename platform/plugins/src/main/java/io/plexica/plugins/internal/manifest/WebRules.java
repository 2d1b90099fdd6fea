package io.plexica.plugins.internal.manifest;

import com.fasterxml.jackson.databind.JsonNode;
import io.plexica.api.problem.FieldError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much of the console one plugin may take, and what people must be able to read of it. */
final class WebRules {

    /** The most contributions of a plugin to a point; to others it may make as many as it likes. */
    private static final Map<String, Integer> MOST = Map.of(
            "sidebar.menu", 6,
            "dashboard.widgets", 4,
            "page.tabs", 3,
            "page.aside.actions", 3,
            "header.quickActions", 3,
            "header.search", 1,
            "header.notifications", 1,
            "header.logo", 1,
            "settings.tabs", 1);

    /** What is shown by its words alone. */
    private static final Set<String> LABELLED = Set.of(
            "sidebar.menu",
            "dashboard.widgets",
            "page.tabs",
            "page.aside.actions",
            "header.quickActions",
            "settings.tabs",
            "application");

    /** Where in the console its own pages lie, and what is no page at all. */
    private static final Set<String> TAKEN =
            Set.of("manage", "me", "search", "api", "plugins", "console", "t", "health", "metrics");

    private static final int LONGEST_ENTRY = 20;
    private static final int LONGEST_LABEL = 40;

    private final List<FieldError> problems = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    private WebRules() {}

    static List<FieldError> problems(JsonNode web) {
        WebRules rules = new WebRules();
        JsonNode contributions = web.path("contributions");
        rules.entry(web.path("remoteEntry"), contributions.isArray() && !contributions.isEmpty());
        for (int i = 0; contributions.isArray() && i < contributions.size(); i++) {
            rules.contribution("/web/contributions/" + i, contributions.get(i));
        }
        rules.pages(web, contributions);
        rules.prefix(web.path("routePrefix").asText(""));
        return rules.problems;
    }

    private void entry(JsonNode entry, boolean needed) {
        if (needed && entry.isMissingNode()) {
            add(
                    "/web/remoteEntry",
                    "is needed for contributions: the main module's path in the jar, such as ui/main.js");
        }
        if (entry.isTextual() && !UiPaths.isEntry(entry.asText())) {
            add("/web/remoteEntry", "'" + entry.asText() + "' is no module below ui/, such as ui/main.js");
        }
    }

    private void contribution(String pointer, JsonNode contribution) {
        String point = contribution.path("point").asText("");
        String module = contribution.path("module").asText("");
        if (!module.isEmpty() && UiPaths.ofModule(module).isEmpty()) {
            add(pointer + "/module", "'" + module + "' is no module's name such as ./contacts, for ui/contacts.js");
        }
        Integer most = MOST.get(point);
        if (most != null && counts.merge(point, 1, Integer::sum) == most + 1) {
            add(pointer + "/point", "a plugin may contribute to " + point + " " + times(most));
        }
        label(pointer, point, contribution.path("label"));
    }

    private void label(String pointer, String point, JsonNode label) {
        if (label.isMissingNode() && LABELLED.contains(point)) {
            add(pointer + "/label", "is needed: people see what is contributed to " + point + " by it");
        }
        int longest = point.equals("sidebar.menu") ? LONGEST_ENTRY : LONGEST_LABEL;
        String text = label.asText("");
        if (text.codePointCount(0, text.length()) > longest) {
            add(pointer + "/label", "must have at most " + longest + " characters at " + point);
        }
    }

    /** Pages need a place. */
    private void pages(JsonNode web, JsonNode contributions) {
        boolean paged = false;
        for (JsonNode contribution : contributions) {
            paged |= contribution.path("point").asText("").equals("page");
        }
        if (paged && web.path("routePrefix").isMissingNode()) {
            add("/web/routePrefix", "is needed for pages: where they begin, such as /crm");
        }
    }

    private void prefix(String prefix) {
        if (prefix.equals("/")) {
            add("/web/routePrefix", "must name a place of its own, such as /crm");
        } else if (!prefix.isEmpty() && TAKEN.contains(prefix.substring(1).split("/", 2)[0])) {
            add("/web/routePrefix", "'" + prefix + "' is where the platform's own pages lie");
        }
    }

    private static String times(int most) {
        return most == 1 ? "once" : most + " times at most";
    }

    private void add(String pointer, String message) {
        problems.add(new FieldError(pointer, message));
    }
}
