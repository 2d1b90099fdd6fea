/** Access tokens: from text to who somebody is. */
@NullMarked
package io.plexica.identity.internal.tokens;

import org.jspecify.annotations.NullMarked;
