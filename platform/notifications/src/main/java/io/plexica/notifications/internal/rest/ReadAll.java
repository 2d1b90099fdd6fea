package io.plexica.notifications.internal.rest;

/**
 * What came of reading all.
 *
 * @param read how many had not been read before
 */
public record ReadAll(int read) {}
