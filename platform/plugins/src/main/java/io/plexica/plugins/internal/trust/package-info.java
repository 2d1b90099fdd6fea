/** Signatures of plugins: who is trusted, and whether every entry of a jar is theirs. */
@NullMarked
package io.plexica.plugins.internal.trust;

import org.jspecify.annotations.NullMarked;
