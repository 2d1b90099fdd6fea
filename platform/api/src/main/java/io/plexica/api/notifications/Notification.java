package io.plexica.api.notifications;

import org.jspecify.annotations.Nullable;

/**
 * What people are told.
 *
 * @param title one line of 1 to 200 characters
 * @param text plain text of at most 2,000 characters; may be empty
 * @param link where it leads: a path within the tenant's console, such as {@code /crm/contacts/42}, that begins with one
 *     {@code /} and has at most 500 characters; null for nowhere
 * @param severity how much it matters
 * @param mail whether it goes out by mail too, to those who have not chosen otherwise
 */
public record Notification(
        String title, String text, @Nullable String link, Severity severity, boolean mail) {

    /** Something to know, without a link and without mail. */
    public static Notification of(String title, String text) {
        return new Notification(title, text, null, Severity.INFO, false);
    }

    /** The same with a link. */
    public Notification leadingTo(String path) {
        return new Notification(title, text, path, severity, mail);
    }

    /** The same, of another weight. */
    public Notification as(Severity other) {
        return new Notification(title, text, link, other, mail);
    }

    /** The same, by mail too. */
    public Notification byMail() {
        return new Notification(title, text, link, severity, true);
    }

    /** How much a notification matters. */
    public enum Severity {
        /** Something to know. */
        INFO,
        /** Something has worked out. */
        SUCCESS,
        /** Something to look at. */
        WARNING,
        /** Something is wrong. */
        ERROR
    }
}
