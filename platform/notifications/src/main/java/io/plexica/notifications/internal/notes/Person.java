package io.plexica.notifications.internal.notes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.plexica.spi.identity.UserStatus;
import io.plexica.spi.identity.UserSummary;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who is notified.
 *
 * @param active whether this person may come in; mail goes to nobody else
 * @param language the language that the person has chosen; null for the tenant's
 * @param mail what the person has chosen; null for whatever the sender wants
 */
public record Person(
        UUID id,
        String email,
        @Nullable String firstName,
        boolean active,
        @Nullable String language,
        @Nullable Boolean mail) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A user with what they have chosen: {@code {"language":"it","notifications":{"mail":false}}}. */
    static Person of(UserSummary user, @Nullable String preferences) {
        JsonNode chosen = tree(preferences);
        JsonNode language = chosen.path("language");
        JsonNode mail = chosen.path("notifications").path("mail");
        return new Person(
                user.id(),
                user.email(),
                user.firstName(),
                user.status() == UserStatus.ACTIVE,
                language.isTextual() ? language.asText() : null,
                mail.isBoolean() ? mail.asBoolean() : null);
    }

    /** Whether this person gets it by mail too. */
    boolean wantsMail(boolean wanted) {
        return active && (mail == null ? wanted : mail);
    }

    private static JsonNode tree(@Nullable String text) {
        try {
            return text == null ? JSON.createObjectNode() : JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The preferences of somebody are no JSON", e);
        }
    }
}
