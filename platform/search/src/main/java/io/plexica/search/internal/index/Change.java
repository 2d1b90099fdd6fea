package io.plexica.search.internal.index;

import io.plexica.spi.search.Entry;

/** A change that an engine has yet to be told. */
record Change(long number, String tenant, String plugin, Entry entry) {}
