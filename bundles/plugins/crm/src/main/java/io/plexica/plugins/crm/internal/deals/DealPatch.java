package io.plexica.plugins.crm.internal.deals;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.crm.internal.common.Limits;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.validation.constraints.Digits;
import javax.validation.constraints.Pattern;
import javax.validation.constraints.PositiveOrZero;
import javax.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A JSON merge patch of a deal: a member that is absent changes nothing, one that is null removes. No record, since only a
 * setter that was called tells null from absent.
 */
public final class DealPatch {

    private final Set<String> given = new HashSet<>();

    @Size(max = Limits.NAME, message = Limits.SIZE_MESSAGE)
    @Pattern(regexp = Limits.VISIBLE_TEXT, message = Limits.VISIBLE_TEXT_MESSAGE)
    private @Nullable String title;

    private @Nullable UUID contactId;

    @PositiveOrZero(message = Limits.AMOUNT_SIGN_MESSAGE)
    @Digits(integer = Limits.AMOUNT_DIGITS, fraction = Limits.AMOUNT_FRACTION, message = Limits.AMOUNT_MESSAGE)
    private @Nullable BigDecimal amount;

    @CurrencyCode
    private @Nullable String currency;

    private @Nullable Stage stage;

    public void setTitle(@Nullable String title) {
        given.add("title");
        this.title = title;
    }

    public void setContactId(@Nullable UUID contactId) {
        given.add("contactId");
        this.contactId = contactId;
    }

    public void setAmount(@Nullable BigDecimal amount) {
        given.add("amount");
        this.amount = amount;
    }

    public void setCurrency(@Nullable String currency) {
        given.add("currency");
        this.currency = currency;
    }

    public void setStage(@Nullable Stage stage) {
        given.add("stage");
        this.stage = stage;
    }

    /** The deal that this patch makes of another. */
    DealBody onto(DealBody present) {
        List<FieldError> removed = Stream.of(removed("title", title), removed("contactId", contactId))
                .flatMap(List::stream)
                .toList();
        if (!removed.isEmpty()) {
            throw PlexicaException.validation(removed);
        }
        return new DealBody(
                title != null ? title : present.title(),
                contactId != null ? contactId : present.contactId(),
                given.contains("amount") ? amount : present.amount(),
                given.contains("currency") ? currency : present.currency(),
                given.contains("stage") ? stage : present.stage());
    }

    private List<FieldError> removed(String member, @Nullable Object value) {
        return given.contains(member) && value == null
                ? List.of(new FieldError("/" + member, "is required and cannot be removed"))
                : List.of();
    }
}
