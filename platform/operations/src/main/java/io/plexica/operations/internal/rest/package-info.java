/** Long work over REST. */
@NullMarked
package io.plexica.operations.internal.rest;

import org.jspecify.annotations.NullMarked;
