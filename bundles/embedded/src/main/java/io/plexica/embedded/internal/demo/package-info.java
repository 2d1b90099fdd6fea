/** The super admin and the two tenants to play with. */
@NullMarked
package io.plexica.embedded.internal.demo;

import org.jspecify.annotations.NullMarked;
