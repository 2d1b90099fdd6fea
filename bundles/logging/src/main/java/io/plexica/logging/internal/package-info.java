/** What plugins write to the log, and print past it, counted against a budget. */
@NullMarked
package io.plexica.logging.internal;

import org.jspecify.annotations.NullMarked;
