/** The folder into which jars are dropped. */
@NullMarked
package io.plexica.plugins.internal.deploy;

import org.jspecify.annotations.NullMarked;
