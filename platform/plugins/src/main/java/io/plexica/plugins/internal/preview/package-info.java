/** Plans as people look at them before they say yes: who gets which permission, which files run, what is lost. */
@NullMarked
package io.plexica.plugins.internal.preview;

import org.jspecify.annotations.NullMarked;
