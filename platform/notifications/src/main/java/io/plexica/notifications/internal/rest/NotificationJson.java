package io.plexica.notifications.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plexica.notifications.internal.letters.MessageRow;
import io.plexica.notifications.internal.letters.MessageStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification as REST and the shell show it.
 *
 * @param type {@code message-kept} or {@code message-failed}
 * @param title what it is about
 * @param body what the message says, links and all
 * @param to for whom the message is
 * @param reason why it was not mailed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationJson(
        UUID id,
        String type,
        String title,
        String body,
        String to,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant readAt) {

    private static final String HIDDEN =
            "Only somebody who holds every right of the addressee may read this message, since"
                    + " its link gives access to the account: ask an admin of your tenant.";

    /** The shape of a message. */
    public static NotificationJson of(MessageRow message) {
        return new NotificationJson(
                message.id(),
                message.status() == MessageStatus.KEPT ? "message-kept" : "message-failed",
                message.letter().subject(),
                message.letter().text(),
                message.recipient(),
                message.reason(),
                message.createdAt(),
                message.readAt());
    }

    /** Without what the message says. */
    NotificationJson hidden() {
        return new NotificationJson(id, type, title, HIDDEN, to, reason, createdAt, readAt);
    }
}
