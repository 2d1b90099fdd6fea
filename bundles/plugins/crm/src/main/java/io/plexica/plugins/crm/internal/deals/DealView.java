package io.plexica.plugins.crm.internal.deals;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A deal as it is answered, and as the audit log keeps it. */
public record DealView(
        UUID id,
        String title,
        UUID contactId,
        @Nullable BigDecimal amount,
        @Nullable String currency,
        Stage stage,
        Instant createdAt,
        Instant updatedAt) {

    static DealView of(Deal deal) {
        DealBody body = deal.body();
        return new DealView(
                deal.id(),
                body.title(),
                body.contactId(),
                body.amount(),
                body.currency(),
                body.stageOrNew(),
                deal.createdAt(),
                deal.updatedAt());
    }
}
