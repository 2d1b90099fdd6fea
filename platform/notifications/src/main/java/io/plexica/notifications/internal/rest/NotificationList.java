package io.plexica.notifications.internal.rest;

import io.plexica.api.rest.Page;
import java.util.List;

/**
 * A page of notifications.
 *
 * @param unread how many the caller has not read, on all pages and whatever was searched for
 */
public record NotificationList(List<NotificationJson> items, int page, int size, long total, long unread) {

    public NotificationList {
        items = List.copyOf(items);
    }

    static NotificationList of(Page<NotificationJson> page, long unread) {
        return new NotificationList(page.items(), page.page(), page.size(), page.total(), unread);
    }
}
