package io.plexica.web.internal.health;

import io.plexica.web.internal.settings.WebSettings;
import io.plexica.web.internal.whole.ReadinessLookup;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says in a word what {@code /health/ready} says. */
@Component(service = ReadinessLookup.class)
public final class ReadyBoard implements ReadinessLookup {

    private final HealthBoard board;
    private final Readiness readiness;

    @Activate
    public ReadyBoard(@Reference HealthBoard board, @Reference WebSettings settings) {
        this.board = board;
        this.readiness = new Readiness(settings);
    }

    @Override
    public boolean isReady() {
        return readiness.isReady(board.look());
    }
}
