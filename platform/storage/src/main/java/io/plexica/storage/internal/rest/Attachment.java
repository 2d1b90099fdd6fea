package io.plexica.storage.internal.rest;

import io.plexica.api.storage.StoredObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.stream.Stream;
import javax.ws.rs.core.HttpHeaders;
import javax.ws.rs.core.Response.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The headers with which an object leaves: browsers save it, and whatever looks at it all the same may do nothing. */
final class Attachment {

    private static final String POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox";

    private Attachment() {}

    static ResponseBuilder describe(ResponseBuilder answer, StoredObject object, long length) {
        return answer.type(object.contentType())
                .header(HttpHeaders.CONTENT_LENGTH, length)
                .header("Accept-Ranges", "bytes")
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition(object.path()))
                .header("Content-Security-Policy", POLICY)
                .header("X-Content-Type-Options", "nosniff")
                .tag(object.sha256())
                .lastModified(Date.from(object.modifiedAt()));
    }

    /**
     * Whether the reader has the object already.
     *
     * @param ifNoneMatch tags of what the reader has; null for nothing
     */
    static boolean isKnown(StoredObject object, @Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && Stream.of(ifNoneMatch.split(","))
                        .map(tag -> tag.strip().replaceFirst("^W/", ""))
                        .anyMatch(tag -> tag.equals("*") || tag.equals('"' + object.sha256() + '"'));
    }

    /** The last part of a path as the file's name: in full, and plain for those who read no more. */
    static String disposition(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String plain = name.replaceAll("[^A-Za-z0-9._ -]", "_");
        String full = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + full;
    }
}
