package io.plexica.storage.s3.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is noted beside an object, as headers can carry it: in percent-encoding, with our digest among the rest. */
final class ObjectMetadata {

    static final String SHA256 = "plexica-sha256";

    private static final String OWN = "p-";

    private ObjectMetadata() {}

    static Map<String, String> write(Map<String, String> metadata, String sha256) {
        Map<String, String> notes = new LinkedHashMap<>();
        metadata.forEach((name, value) -> notes.put(OWN + name, URLEncoder.encode(value, StandardCharsets.UTF_8)));
        notes.put(SHA256, sha256);
        return notes;
    }

    static Map<String, String> read(Map<String, String> notes) {
        Map<String, String> metadata = new LinkedHashMap<>();
        notes.forEach((name, value) -> {
            if (name.startsWith(OWN)) {
                metadata.put(name.substring(OWN.length()), URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        });
        return metadata;
    }
}
