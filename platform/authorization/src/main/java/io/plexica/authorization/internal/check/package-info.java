/** Says yes or no, and why. */
@NullMarked
package io.plexica.authorization.internal.check;

import org.jspecify.annotations.NullMarked;
