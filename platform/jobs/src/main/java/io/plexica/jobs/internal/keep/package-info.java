/** Keeps the list of jobs to what tenants have, and lets go what is no longer wanted. */
@NullMarked
package io.plexica.jobs.internal.keep;

import org.jspecify.annotations.NullMarked;
