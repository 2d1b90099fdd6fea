/** Reports on what other plugins know; each part says whether it could be had. */
@NullMarked
package io.plexica.plugins.analytics.internal;

import org.jspecify.annotations.NullMarked;
