/** Jobs: work of plugins at a time or an interval. */
@NullMarked
package io.plexica.jobs.internal;

import org.jspecify.annotations.NullMarked;
