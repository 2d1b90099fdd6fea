/** What plugins remember for a while: keys, values, one loader at a time. */
@NullMarked
package io.plexica.cache.internal;

import org.jspecify.annotations.NullMarked;
