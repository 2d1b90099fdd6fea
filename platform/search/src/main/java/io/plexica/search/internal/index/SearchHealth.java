package io.plexica.search.internal.index;

import io.plexica.api.problem.PlexicaException;
import io.plexica.search.internal.Engines;
import io.plexica.spi.health.HealthCheck;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether documents can be found, and how far the engine is behind. Most that people do needs none, so the platform is ready. */
@Component(service = {HealthCheck.class, SearchHealth.class})
public final class SearchHealth implements HealthCheck {

    private static final Duration TOO_OLD = Duration.ofMinutes(1);

    private final Engines engines;
    private final ChangeDelivery courier;

    /** Looks at the chosen engine. */
    @Activate
    public SearchHealth(@Reference Engines engines, @Reference ChangeDelivery courier) {
        this.engines = engines;
        this.courier = courier;
    }

    @Override
    public String name() {
        return "search";
    }

    @Override
    public boolean neededForReady() {
        return false;
    }

    @Override
    public Health check() {
        PendingChanges.Waiting waiting = courier.changes().waiting();
        return judge(trouble(), waiting).with(facts(waiting));
    }

    /** How search does, by names. */
    public Map<String, String> facts() {
        Map<String, String> facts = facts(courier.changes().waiting());
        String trouble = trouble();
        if (trouble != null) {
            facts.put("trouble", trouble);
        }
        return facts;
    }

    static Health judge(@Nullable String trouble, PendingChanges.Waiting waiting) {
        if (trouble != null) {
            return Health.down("Nothing can be searched: " + trouble);
        }
        return waiting.age().compareTo(TOO_OLD) > 0
                ? Health.down("The oldest of " + waiting.count() + " changes waits for "
                        + waiting.age().toSeconds() + " s to be found")
                : Health.UP;
    }

    private Map<String, String> facts(PendingChanges.Waiting waiting) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("engine", engines.name());
        facts.put("waiting", Long.toString(waiting.count()));
        facts.put("oldestSeconds", Long.toString(waiting.age().toSeconds()));
        return facts;
    }

    private @Nullable String trouble() {
        try {
            engines.current().check();
            return courier.trouble();
        } catch (IOException e) {
            return String.valueOf(e.getMessage());
        } catch (PlexicaException e) {
            return e.detail();
        }
    }
}
