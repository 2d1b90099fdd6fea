package io.plexica.plugins.analytics.internal;

import io.plexica.plugins.crm.api.CrmStatistics;
import io.plexica.plugins.crm.api.DealFigures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the CRM knows of a workspace.
 *
 * @param available whether there is a CRM to ask; without one the rest is absent
 * @param contacts how many contacts there are
 * @param deals how many deals there are
 * @param stages the deals at each stage
 */
public record CrmFigures(
        boolean available,
        @Nullable Long contacts,
        @Nullable Long deals,
        @Nullable List<Stage> stages) {

    /** There is no CRM here. */
    static final CrmFigures NONE = new CrmFigures(false, null, null, null);

    /** Asks the CRM. */
    static CrmFigures of(CrmStatistics crm) {
        DealFigures deals = crm.deals();
        return new CrmFigures(
                true,
                crm.contacts(),
                deals.total(),
                deals.stages().stream().map(Stage::of).toList());
    }

    /**
     * The deals at one stage.
     *
     * @param stage the stage
     * @param deals how many are at it
     * @param value the sum of their amounts by currency
     */
    public record Stage(String stage, long deals, Map<String, BigDecimal> value) {

        static Stage of(DealFigures.Stage figures) {
            return new Stage(figures.name(), figures.count(), figures.value());
        }
    }
}
