/** What plugins tell when an index of their documents is made anew. */
@NullMarked
package io.plexica.plugins.internal.search;

import org.jspecify.annotations.NullMarked;
