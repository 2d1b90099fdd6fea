package io.plexica.console.internal;

import io.plexica.spi.pages.MediaTypes;
import io.plexica.spi.pages.Page;
import io.plexica.spi.pages.Pages;
import io.plexica.spi.pages.Visit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The files that npm has built. Their names say what is in them, so that browsers keep them for good; they lie ready in
 * smaller forms. Safe for all threads.
 */
@Component
public final class FilePages implements Pages {

    private static final String PREFIX = "/console/";
    private static final Pattern NAME = Pattern.compile("/console/(shell|admin)/[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*");
    private static final int OK = 200;

    /** Of the host that the super admins use, nobody else's pages may take anything. */
    private static final Map<String, String> OWN = Map.of(
            "Cache-Control", "public, max-age=31536000, immutable", "Cross-Origin-Resource-Policy", "same-origin");

    /** Frames of sandboxed plugins have no origin, and share these files. */
    private static final Map<String, String> SHARED = Map.of(
            "Cache-Control", "public, max-age=31536000, immutable",
            "Cross-Origin-Resource-Policy", "cross-origin",
            "Access-Control-Allow-Origin", "*");

    private final Map<String, Page> read = new ConcurrentHashMap<>();

    /** Has read nothing yet. */
    @Activate
    public FilePages() {}

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public @Nullable Page at(Visit visit) {
        String path = visit.path();
        if (!NAME.matcher(path).matches() || path.startsWith("/console/admin/") != visit.operators()) {
            return null;
        }
        Page known = read.get(path);
        if (known != null) {
            return known;
        }
        Page page = read(path, visit.operators() ? OWN : SHARED);
        if (page != null) {
            read.put(path, page);
        }
        return page;
    }

    private static @Nullable Page read(String path, Map<String, String> headers) {
        String type = MediaTypes.of(path);
        byte[] plain = type == null ? null : bytes(path);
        if (type == null || plain == null) {
            return null;
        }
        Map<String, byte[]> bodies = new HashMap<>(Map.of(Page.PLAIN, plain));
        add(bodies, "br", bytes(path + ".br"));
        add(bodies, "gzip", bytes(path + ".gz"));
        return new Page(OK, type, headers, path.substring(path.lastIndexOf('/') + 1), bodies);
    }

    private static void add(Map<String, byte[]> bodies, String encoding, byte @Nullable [] packed) {
        if (packed != null) {
            bodies.put(encoding, packed);
        }
    }

    private static byte @Nullable [] bytes(String path) {
        try (InputStream in = FilePages.class.getResourceAsStream(path)) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
