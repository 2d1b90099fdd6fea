/** Commands about migrations. */
@NullMarked
package io.plexica.data.internal.shell;

import org.jspecify.annotations.NullMarked;
