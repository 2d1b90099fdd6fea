/** The cache over REST. */
@NullMarked
package io.plexica.cache.internal.rest;

import org.jspecify.annotations.NullMarked;
