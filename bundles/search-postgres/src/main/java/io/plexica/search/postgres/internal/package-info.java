/** Documents in the tenants' own schemas, found by the full text search of PostgreSQL. */
@NullMarked
package io.plexica.search.postgres.internal;

import org.jspecify.annotations.NullMarked;
