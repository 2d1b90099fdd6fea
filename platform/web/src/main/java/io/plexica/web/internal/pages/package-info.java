/** Pages and files for browsers: finding who has them, and answering with them. */
@NullMarked
package io.plexica.web.internal.pages;

import org.jspecify.annotations.NullMarked;
