package io.plexica.api.storage;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/**
 * An object that is being read. Close it, or the stream; it may hold a connection.
 *
 * @param object what is known of it
 * @param stream its bytes; the last of them are only given out once all have been found to be those that were written
 */
public record ObjectContent(StoredObject object, InputStream stream) implements Closeable {

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
