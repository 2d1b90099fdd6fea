/** Jobs as people see and steer them. */
@NullMarked
package io.plexica.jobs.internal.admin;

import org.jspecify.annotations.NullMarked;
