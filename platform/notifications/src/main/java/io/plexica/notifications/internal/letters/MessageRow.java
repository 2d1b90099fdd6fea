package io.plexica.notifications.internal.letters;

import io.plexica.notifications.internal.templates.Letter;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A message as the table has it.
 *
 * @param letter empty texts once it has been sent, since its links are secrets
 * @param reason why it could not be sent
 * @param readAt when the one who asks has read it
 */
public record MessageRow(
        UUID id,
        String recipient,
        String template,
        Letter letter,
        MessageStatus status,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant readAt) {}
