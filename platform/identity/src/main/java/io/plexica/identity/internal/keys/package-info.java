/** API keys, by which machines come in. */
@NullMarked
package io.plexica.identity.internal.keys;

import org.jspecify.annotations.NullMarked;
