package io.plexica.data.internal.signal;

/** Something that has changed. */
record Signal(String topic, String key) {}
