package io.plexica.plugins.crm.internal.deals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DealEventsTest {

    @Test
    void aDealIsWonOnceAndMayBeLostLater() {
        assertThat(DealEvents.of(null, in(Stage.NEW))).containsExactly("crm.deal.created");
        assertThat(DealEvents.of(null, in(Stage.WON))).containsExactly("crm.deal.created", "crm.deal.won");
        assertThat(DealEvents.of(Stage.NEW, in(Stage.QUALIFIED))).isEmpty();
        assertThat(DealEvents.of(Stage.QUALIFIED, in(Stage.WON))).containsExactly("crm.deal.won");
        assertThat(DealEvents.of(Stage.WON, in(Stage.WON))).isEmpty();
        assertThat(DealEvents.of(Stage.WON, in(Stage.LOST))).containsExactly("crm.deal.lost");
    }

    private static DealView in(Stage stage) {
        return new DealView(new UUID(0, 1), "Roof", new UUID(0, 2), null, null, stage, Instant.EPOCH, Instant.EPOCH);
    }
}
