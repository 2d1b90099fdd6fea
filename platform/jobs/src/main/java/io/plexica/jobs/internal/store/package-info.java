/** Jobs and their runs as they are kept. */
@NullMarked
package io.plexica.jobs.internal.store;

import org.jspecify.annotations.NullMarked;
