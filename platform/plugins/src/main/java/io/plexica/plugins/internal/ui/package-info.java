/** What plugins bring to the web console: their files, and what of it is there for whom. */
@NullMarked
package io.plexica.plugins.internal.ui;

import org.jspecify.annotations.NullMarked;
