package io.plexica.plugins.crm.internal.deals;

import io.plexica.api.data.WorkspaceScoped;
import io.plexica.plugins.crm.internal.common.Limits;
import io.plexica.plugins.crm.internal.common.Stored;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Table;
import org.jspecify.annotations.Nullable;

/** What may come of a contact. Holds the contact's id alone: reading a deal never reads the contact along. */
@Entity
@Table(name = "deals")
@WorkspaceScoped
public class Deal extends Stored {

    @Column(name = "title")
    private String title;

    @Column(name = "contact_id")
    private UUID contactId;

    @Column(name = "amount")
    private @Nullable BigDecimal amount;

    @Column(name = "currency")
    private @Nullable String currency;

    @Column(name = "stage")
    @Enumerated(EnumType.STRING)
    private Stage stage;

    /** For JPA. */
    protected Deal() {}

    Deal(DealBody body) {
        set(body);
    }

    DealBody body() {
        return new DealBody(title, contactId, amount, currency, stage);
    }

    Stage stage() {
        return stage;
    }

    void change(DealBody body) {
        set(body);
        touch();
    }

    /** Whether the body says what the deal says already; 10.5 and 10.50 are the same amount. */
    boolean is(DealBody body) {
        return body().equals(new DealBody(
                body.title(), body.contactId(), scaled(body.amount()), body.currency(), body.stageOrNew()));
    }

    private void set(DealBody body) {
        title = body.title();
        contactId = body.contactId();
        amount = scaled(body.amount());
        currency = body.currency();
        stage = body.stageOrNew();
    }

    private static @Nullable BigDecimal scaled(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(Limits.AMOUNT_FRACTION, RoundingMode.UNNECESSARY);
    }
}
