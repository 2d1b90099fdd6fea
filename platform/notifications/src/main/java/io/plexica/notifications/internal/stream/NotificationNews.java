package io.plexica.notifications.internal.stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.plexica.notifications.internal.rest.NotificationJson;
import org.jspecify.annotations.Nullable;

/**
 * What a reader hears of their notifications.
 *
 * @param unread how many of what they were told they have not read
 * @param notification the one that is new, or was read; null when several are concerned
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NotificationNews(long unread, @Nullable NotificationJson notification) {}
