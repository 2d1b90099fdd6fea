/** How plugins ask for runs. */
@NullMarked
package io.plexica.jobs.internal.ask;

import org.jspecify.annotations.NullMarked;
