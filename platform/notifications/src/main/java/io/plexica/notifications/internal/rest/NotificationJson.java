package io.plexica.notifications.internal.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plexica.notifications.internal.letters.MessageRow;
import io.plexica.notifications.internal.letters.MessageStatus;
import io.plexica.notifications.internal.notes.NoteRow;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification as REST, streams and the shell show it.
 *
 * @param type {@code notification} for a plugin's; what a notification of the platform is about, such as {@code
 *     plugin-installed}; {@code message-kept} or {@code message-failed} for a message that could not be mailed
 * @param source the plugin that sent it, or {@code core}
 * @param severity {@code INFO}, {@code SUCCESS}, {@code WARNING} or {@code ERROR}
 * @param title what it is about
 * @param body what it says, links and all where it is a message
 * @param link where in the console it leads
 * @param to for whom a message is that could not be mailed
 * @param reason why it was not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationJson(
        UUID id,
        String type,
        String source,
        String severity,
        String title,
        String body,
        @Nullable String link,
        @Nullable String to,
        @Nullable String reason,
        Instant createdAt,
        @Nullable Instant readAt) {

    private static final String CORE = "core";
    private static final String HIDDEN =
            "Only somebody who holds every right of the addressee may read this message, since"
                    + " its link gives access to the account: ask an admin of your tenant.";

    /** The shape of a row. */
    public static NotificationJson of(NoteRow row) {
        return new NotificationJson(
                row.id(),
                row.type(),
                row.plugin() == null ? CORE : row.plugin(),
                row.severity(),
                row.title(),
                row.body(),
                row.link(),
                row.recipient(),
                row.reason(),
                row.createdAt(),
                row.readAt());
    }

    /** The shape of a message. */
    public static NotificationJson of(MessageRow message) {
        return new NotificationJson(
                message.id(),
                message.status() == MessageStatus.KEPT ? "message-kept" : "message-failed",
                CORE,
                "WARNING",
                message.letter().subject(),
                message.letter().text(),
                null,
                message.recipient(),
                message.reason(),
                message.createdAt(),
                message.readAt());
    }

    /** Without what the message says. */
    NotificationJson hidden() {
        return new NotificationJson(id, type, source, severity, title, HIDDEN, link, to, reason, createdAt, readAt);
    }
}
