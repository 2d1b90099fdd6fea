/**
 * Breaks what the platform stands on, from outside, while people work with it, and reads afterwards from its tables whether
 * all that was promised has been kept.
 */
@NullMarked
package io.plexica.itests.faults;

import org.jspecify.annotations.NullMarked;
