/** What days came to: noted as it happens, added up at night by a job. */
@NullMarked
package io.plexica.plugins.analytics.internal.days;

import org.jspecify.annotations.NullMarked;
