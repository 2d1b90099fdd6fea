/** The jobs of the platform itself. */
@NullMarked
package io.plexica.jobs.internal.own;

import org.jspecify.annotations.NullMarked;
