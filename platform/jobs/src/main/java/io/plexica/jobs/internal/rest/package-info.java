/** Jobs over REST. */
@NullMarked
package io.plexica.jobs.internal.rest;

import org.jspecify.annotations.NullMarked;
