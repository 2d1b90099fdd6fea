/** Figures of the platform, counted here and told to whoever scrapes. */
@NullMarked
package io.plexica.web.internal.metrics;

import org.jspecify.annotations.NullMarked;
