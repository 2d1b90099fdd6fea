package io.plexica.plugins.crm.internal.deals;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told to others of a change of a deal: that it began, and that it was won or lost. Pure. */
final class DealEvents {

    static final String CREATED = "crm.deal.created";
    static final String WON = "crm.deal.won";
    static final String LOST = "crm.deal.lost";

    private DealEvents() {}

    /**
     * Names of the events, in order.
     *
     * @param before the stage that the deal was in; null for one that begins
     */
    static List<String> of(@Nullable Stage before, DealView deal) {
        List<String> names = new ArrayList<>();
        if (before == null) {
            names.add(CREATED);
        }
        if (deal.stage() != before) {
            switch (deal.stage()) {
                case WON -> names.add(WON);
                case LOST -> names.add(LOST);
                case NEW, QUALIFIED -> {}
            }
        }
        return names;
    }
}
