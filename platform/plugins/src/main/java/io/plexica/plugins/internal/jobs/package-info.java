/** Plugins as those who do jobs. */
@NullMarked
package io.plexica.plugins.internal.jobs;

import org.jspecify.annotations.NullMarked;
