/** Tenants over REST. */
@NullMarked
package io.plexica.tenancy.internal.rest;

import org.jspecify.annotations.NullMarked;
