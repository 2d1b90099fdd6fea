/** People over REST. */
@NullMarked
package io.plexica.identity.internal.rest;

import org.jspecify.annotations.NullMarked;
