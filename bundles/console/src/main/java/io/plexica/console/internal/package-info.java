/** The web console: the pages into which what npm has built is loaded, and its files. */
@NullMarked
package io.plexica.console.internal;

import org.jspecify.annotations.NullMarked;
