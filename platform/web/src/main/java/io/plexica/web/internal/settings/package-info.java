/** What operators may configure of the web room. */
@NullMarked
package io.plexica.web.internal.settings;

import org.jspecify.annotations.NullMarked;
