/** Objects on a server that speaks S3. */
@NullMarked
package io.plexica.storage.s3.internal;

import org.jspecify.annotations.NullMarked;
