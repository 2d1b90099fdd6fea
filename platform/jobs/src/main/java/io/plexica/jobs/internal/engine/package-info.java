/** What brings jobs that are due to those who do them. */
@NullMarked
package io.plexica.jobs.internal.engine;

import org.jspecify.annotations.NullMarked;
