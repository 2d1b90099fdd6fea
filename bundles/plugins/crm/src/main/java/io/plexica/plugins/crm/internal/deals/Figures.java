package io.plexica.plugins.crm.internal.deals;

import io.plexica.plugins.crm.api.DealFigures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up deals, stage by stage. For one thread. */
final class Figures {

    private final Map<Stage, Map<String, BigDecimal>> values = new EnumMap<>(Stage.class);
    private final Map<Stage, Long> counts = new EnumMap<>(Stage.class);

    /** Adds what deals of one stage and currency come to. */
    void add(Stage stage, @Nullable String currency, long count, @Nullable BigDecimal amount) {
        counts.merge(stage, count, Long::sum);
        if (currency != null && amount != null) {
            values.computeIfAbsent(stage, none -> new TreeMap<>()).merge(currency, amount, BigDecimal::add);
        }
    }

    /** Adds one deal. */
    void add(DealView deal) {
        add(deal.stage(), deal.currency(), 1, deal.amount());
    }

    /** All stages, also those at which there is none. */
    DealFigures total() {
        List<DealFigures.Stage> stages = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            stages.add(new DealFigures.Stage(
                    stage.name(), counts.getOrDefault(stage, 0L), values.getOrDefault(stage, Map.of())));
        }
        return new DealFigures(
                counts.values().stream().mapToLong(Long::longValue).sum(), stages);
    }
}
