package io.plexica.plugins.crm.internal.deals;

import io.plexica.plugins.crm.internal.common.Limits;
import java.math.BigDecimal;
import java.util.UUID;
import javax.validation.constraints.Digits;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A deal as people enter one. A currency comes with an amount, which may be in the default one; without a stage a deal is new. */
public record DealBody(
        @NotNull(message = Limits.REQUIRED_MESSAGE)
        @Size(max = Limits.NAME, message = Limits.SIZE_MESSAGE)
        @Pattern(regexp = Limits.VISIBLE_TEXT, message = Limits.VISIBLE_TEXT_MESSAGE)
        String title,

        @NotNull(message = Limits.REQUIRED_MESSAGE) UUID contactId,

        @PositiveOrZero(message = Limits.AMOUNT_SIGN_MESSAGE)
        @Digits(integer = Limits.AMOUNT_DIGITS, fraction = Limits.AMOUNT_FRACTION, message = Limits.AMOUNT_MESSAGE)
        @Nullable
        BigDecimal amount,

        @CurrencyCode @Nullable String currency,

        @Nullable Stage stage) {

    /** The same with a currency. */
    DealBody in(String other) {
        return new DealBody(title, contactId, amount, other, stage);
    }

    Stage stageOrNew() {
        return stage == null ? Stage.NEW : stage;
    }
}
