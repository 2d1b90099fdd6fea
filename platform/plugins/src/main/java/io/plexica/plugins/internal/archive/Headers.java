package io.plexica.plugins.internal.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Manifest;

/** The headers of a bundle as the framework reads them: it does not tell upper case from lower case in their names. */
final class Headers {

    private Headers() {}

    /** The main attributes of {@code META-INF/MANIFEST.MF}; a last line without an end counts for the framework, so it does here. */
    static Map<String, String> read(byte[] manifest) throws IOException {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byte[] ended = Arrays.copyOf(manifest, manifest.length + 1);
        ended[manifest.length] = '\n';
        new Manifest(new ByteArrayInputStream(ended))
                .getMainAttributes()
                .forEach((name, value) -> headers.put(name.toString(), value.toString()));
        return headers;
    }

    /** A copy that nobody changes. */
    static Map<String, String> copy(Map<String, String> headers) {
        Map<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        return Collections.unmodifiableMap(copy);
    }
}
