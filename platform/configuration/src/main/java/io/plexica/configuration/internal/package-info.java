/** Settings from files and environment, checked before anything starts. */
@NullMarked
package io.plexica.configuration.internal;

import org.jspecify.annotations.NullMarked;
