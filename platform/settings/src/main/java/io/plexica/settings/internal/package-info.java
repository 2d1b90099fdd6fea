/** Feature flags: where they are kept and who has which. */
@NullMarked
package io.plexica.settings.internal;

import org.jspecify.annotations.NullMarked;
