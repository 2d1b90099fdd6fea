/** Documents on a server that speaks OpenSearch. */
@NullMarked
package io.plexica.search.opensearch.internal;

import org.jspecify.annotations.NullMarked;
