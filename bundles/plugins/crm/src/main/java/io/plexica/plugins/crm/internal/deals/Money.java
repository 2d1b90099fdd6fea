package io.plexica.plugins.crm.internal.deals;

import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What annotations cannot say of amount and currency. */
final class Money {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private Money() {}

    /** Refuses a currency that ISO 4217 does not know, and an amount or currency that stands alone. */
    static DealBody checked(DealBody body) {
        wrong(body).ifPresent(error -> {
            throw PlexicaException.validation(error);
        });
        return body;
    }

    private static Optional<FieldError> wrong(DealBody body) {
        if (body.currency() != null && !CURRENCIES.contains(body.currency())) {
            return Optional.of(new FieldError("/currency", "must be a currency of ISO 4217, such as EUR"));
        }
        if (body.amount() != null && body.currency() == null) {
            return Optional.of(new FieldError("/currency", "is required with an amount"));
        }
        if (body.amount() == null && body.currency() != null) {
            return Optional.of(new FieldError("/amount", "is required with a currency"));
        }
        return Optional.empty();
    }
}
