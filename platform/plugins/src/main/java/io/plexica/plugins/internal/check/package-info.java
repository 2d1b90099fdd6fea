/** What a plugin must and must not be, checked before anything changes. */
@NullMarked
package io.plexica.plugins.internal.check;

import org.jspecify.annotations.NullMarked;
