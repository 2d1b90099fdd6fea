/** The description of the API, and a page to read it. */
@NullMarked
package io.plexica.web.internal.openapi;

import org.jspecify.annotations.NullMarked;
