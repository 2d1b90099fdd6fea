/** What messages say, in each language. */
@NullMarked
package io.plexica.notifications.internal.templates;

import org.jspecify.annotations.NullMarked;
