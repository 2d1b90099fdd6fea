package io.plexica.data.internal.jpa;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;

/**
 * The address of an archive with nothing in it. EclipseLink wants one to look for mapping files, and must find none: the
 * plugin's annotations say everything.
 */
final class EmptyArchive extends URLStreamHandler {

    private static final String ROOT = "plexica:/units/";

    private EmptyArchive() {}

    static URL url() {
        try {
            return new URL(null, ROOT, new EmptyArchive());
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected URLConnection openConnection(URL url) {
        return new URLConnection(url) {
            @Override
            public void connect() {
                connected = true;
            }

            @Override
            public InputStream getInputStream() throws IOException {
                if (!getURL().toString().equals(ROOT)) {
                    throw new FileNotFoundException(getURL().toString());
                }
                return new ByteArrayInputStream(new byte[0]);
            }
        };
    }
}
