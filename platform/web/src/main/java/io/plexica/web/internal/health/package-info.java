/** Whether the platform is well. */
@NullMarked
package io.plexica.web.internal.health;

import org.jspecify.annotations.NullMarked;
