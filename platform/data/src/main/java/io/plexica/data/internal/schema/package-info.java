/** Schemas and roles of the platform, of tenants and of plugins. */
@NullMarked
package io.plexica.data.internal.schema;

import org.jspecify.annotations.NullMarked;
