/** Every failure as a problem document (RFC 9457), mapped in one place. */
@NullMarked
package io.plexica.web.internal.problem;

import org.jspecify.annotations.NullMarked;
