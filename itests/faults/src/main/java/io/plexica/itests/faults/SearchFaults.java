package io.plexica.itests.faults;

import io.plexica.itests.faults.Engine.Away;
import io.plexica.itests.faults.SiteNode.Ways;
import io.plexica.itests.faults.history.Intent;

/** OpenSearch goes: nothing is found until it is back, and what was changed meanwhile is found then. */
final class SearchFaults {

    private static final String CHECK = "search";
    private static final Needed OPEN_SEARCH = new Needed("opensearch", Intent.FIND, Ways::search);

    private SearchFaults() {}

    static Fault away(Away how) {
        return OPEN_SEARCH.away(how);
    }

    static Fault killed() {
        return OPEN_SEARCH.felt(
                "is killed", site -> site.search().stop(), site -> site.search().start());
    }

    static Fault paused() {
        return OPEN_SEARCH.felt(
                "stands still",
                site -> site.search().pause(),
                site -> site.search().resume());
    }

    /** It finds still, and takes nothing: what is to be found waits, and whoever changes something notices nothing. */
    static Fault full() {
        return new Fault("opensearch is full", (site, caller) -> {
            site.search().fill();
            Work.goesOn(site, caller);
            Site.soon()
                    .alias("what is to be found waits")
                    .until(() -> !site.behind().untold().isEmpty());
            Health.until(site.one(), CHECK, false);
            site.search().empty();
            site.nodes().forEach(node -> Health.until(node, CHECK, true));
        });
    }
}
