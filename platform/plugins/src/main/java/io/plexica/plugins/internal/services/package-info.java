/** Services that plugins offer each other, tenant by tenant. */
@NullMarked
package io.plexica.plugins.internal.services;

import org.jspecify.annotations.NullMarked;
