package io.plexica.plugins.analytics.internal.days;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How often something happened on a day, in UTC.
 *
 * @param kind such as {@code crm.deal.won}
 * @param currency of the amount; null for what has none
 * @param count how often
 * @param amount all amounts together; null for what has none
 */
public record DayFigures(
        LocalDate day,
        String kind,
        @Nullable String currency,
        long count,
        @Nullable BigDecimal amount) {}
