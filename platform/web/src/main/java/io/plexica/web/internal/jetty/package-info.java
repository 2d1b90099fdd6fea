/** What Jetty would say in HTML, said as problems. */
@NullMarked
package io.plexica.web.internal.jetty;

import org.jspecify.annotations.NullMarked;
