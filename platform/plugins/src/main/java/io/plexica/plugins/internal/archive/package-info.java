/** Jars as bytes: bounds, entries, headers and classes, read without loading anything. */
@NullMarked
package io.plexica.plugins.internal.archive;

import org.jspecify.annotations.NullMarked;
