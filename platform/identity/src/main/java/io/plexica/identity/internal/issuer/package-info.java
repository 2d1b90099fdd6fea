/** The platform's own tokens: short-lived, for calls that the platform makes on behalf of somebody. */
@NullMarked
package io.plexica.identity.internal.issuer;

import org.jspecify.annotations.NullMarked;
