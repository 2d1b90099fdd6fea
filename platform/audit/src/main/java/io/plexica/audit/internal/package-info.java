/** Who did what. */
@NullMarked
package io.plexica.audit.internal;

import org.jspecify.annotations.NullMarked;
