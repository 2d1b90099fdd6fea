package io.plexica.plugins.crm.api;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The deals of a workspace in figures.
 *
 * @param total how many there are
 * @param stages how many are at each stage and what they are worth, in the order in which deals go through them
 */
public record DealFigures(long total, List<Stage> stages) {

    public DealFigures {
        stages = List.copyOf(stages);
    }

    /**
     * The deals at one stage.
     *
     * @param name the stage, such as {@code WON}
     * @param count how many deals are at it
     * @param value the sum of their amounts by currency; deals without an amount add nothing
     */
    public record Stage(String name, long count, Map<String, BigDecimal> value) {

        public Stage {
            value = Collections.unmodifiableMap(new TreeMap<>(value));
        }
    }
}
