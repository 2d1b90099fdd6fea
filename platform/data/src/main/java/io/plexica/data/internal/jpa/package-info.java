/** Persistence units of plugins and what plugins see of them. */
@NullMarked
package io.plexica.data.internal.jpa;

import org.jspecify.annotations.NullMarked;
