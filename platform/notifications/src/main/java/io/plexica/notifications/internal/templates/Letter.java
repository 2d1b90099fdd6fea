package io.plexica.notifications.internal.templates;

/**
 * A message as people read it.
 *
 * @param subject one line
 * @param text plain text
 * @param html the same as HTML
 */
public record Letter(String subject, String text, String html) {}
