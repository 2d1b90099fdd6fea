/** A platform without a container: real Jetty, real CXF, and rooms that answer what a test tells them. */
@NullMarked
package io.plexica.web.internal.support;

import org.jspecify.annotations.NullMarked;
