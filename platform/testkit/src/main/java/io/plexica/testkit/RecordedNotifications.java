package io.plexica.testkit;

import io.plexica.api.notifications.Notification;
import io.plexica.api.notifications.Notifications;
import io.plexica.api.notifications.Recipients;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Remembers whom units of work that have committed would have notified; each test begins with nothing. There are no people,
 * so every call answers one. Safe for all threads.
 */
public final class RecordedNotifications implements Notifications {

    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final Consumer<Runnable> afterCommit;

    RecordedNotifications(Consumer<Runnable> afterCommit) {
        this.afterCommit = afterCommit;
    }

    @Override
    public int send(Recipients to, Notification notification) {
        Sent one = new Sent(to, notification);
        afterCommit.accept(() -> sent.add(one));
        return 1;
    }

    /** What was sent, in order. */
    public List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** The titles of what was sent, in order. */
    public List<String> titles() {
        return sent.stream().map(one -> one.notification().title()).toList();
    }

    void clear() {
        sent.clear();
    }

    /** One notification, and whom it was meant for. */
    public record Sent(Recipients to, Notification notification) {}
}
