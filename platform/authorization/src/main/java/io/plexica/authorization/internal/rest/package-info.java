/** Roles, permissions, policies and questions over REST. */
@NullMarked
package io.plexica.authorization.internal.rest;

import org.jspecify.annotations.NullMarked;
