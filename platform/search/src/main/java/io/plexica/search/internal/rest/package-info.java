/** Search over HTTP. */
@NullMarked
package io.plexica.search.internal.rest;

import org.jspecify.annotations.NullMarked;
