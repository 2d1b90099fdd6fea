/** When jobs are due. */
@NullMarked
package io.plexica.jobs.internal.time;

import org.jspecify.annotations.NullMarked;
