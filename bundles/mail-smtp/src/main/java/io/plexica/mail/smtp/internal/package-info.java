/** Mail leaves by SMTP. */
@NullMarked
package io.plexica.mail.smtp.internal;

import org.jspecify.annotations.NullMarked;
