/** Links in mails that let somebody set a password. */
@NullMarked
package io.plexica.identity.internal.links;

import org.jspecify.annotations.NullMarked;
