/** REST server, guards, problems, dispatch, OpenAPI, health. */
@NullMarked
package io.plexica.web.internal;

import org.jspecify.annotations.NullMarked;
