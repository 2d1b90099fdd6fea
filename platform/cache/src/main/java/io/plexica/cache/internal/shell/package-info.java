/** Commands of the scope {@code cache}. */
@NullMarked
package io.plexica.cache.internal.shell;

import org.jspecify.annotations.NullMarked;
