package io.plexica.plugins.internal.ui;

import io.plexica.api.manifest.PluginManifest.Visibility;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.pages.MediaTypes;
import io.plexica.spi.pages.Page;
import io.plexica.spi.pages.Pages;
import io.plexica.spi.pages.Visit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What plugins bring for browsers. Anybody may read it, as browsers send no token with a module; of a plugin made for some
 * tenants only under their addresses. Nothing of it is on the host of the super admins.
 */
@Component
public final class UiPages implements Pages {

    private static final int OK = 200;
    private static final int WORTH_PACKING = 1024;

    /** A picture runs no scripts, also when somebody opens it as a page. */
    private static final String PICTURE =
            "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    private final UiFiles files;

    /** Takes what reads them. */
    @Activate
    public UiPages(@Reference UiFiles files) {
        this.files = files;
    }

    @Override
    public String prefix() {
        return UiAddress.PREFIX;
    }

    @Override
    public @Nullable Page at(Visit visit) {
        UiAddress address = visit.operators() ? null : UiAddress.read(visit.path());
        return address == null
                ? null
                : files.served(address.plugin())
                        .filter(version -> isVisible(version.manifest().visibility(), visit.tenant()))
                        .filter(address::fits)
                        .map(version -> page(version, address))
                        .orElse(null);
    }

    private static boolean isVisible(Visibility visibility, @Nullable String tenant) {
        return visibility.isPublic() || tenant != null && visibility.tenants().contains(tenant);
    }

    private @Nullable Page page(StoredVersion version, UiAddress address) {
        String path = address.file() == null ? version.manifest().icon() : address.file();
        String type = path == null ? null : MediaTypes.of(path);
        byte[] bytes = path == null || type == null ? null : files.read(version, path);
        boolean shown = type != null && (address.file() != null || type.startsWith("image/"));
        if (type == null || bytes == null || !shown) {
            return null;
        }
        Map<String, byte[]> bodies = new HashMap<>(Map.of(Page.PLAIN, bytes));
        if (bytes.length >= WORTH_PACKING && isText(type)) {
            bodies.put("gzip", packed(bytes));
        }
        return new Page(OK, type, headers(type, address.isForGood(version)), version.digest(), bodies);
    }

    /** Frames of sandboxed plugins have no origin, and load these files all the same. */
    private static Map<String, String> headers(String type, boolean forGood) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Cache-Control", forGood ? "public, max-age=31536000, immutable" : "no-cache");
        headers.put("Access-Control-Allow-Origin", "*");
        headers.put("Cross-Origin-Resource-Policy", "cross-origin");
        if (type.startsWith("image/")) {
            headers.put("Content-Security-Policy", PICTURE);
        }
        return headers;
    }

    private static boolean isText(String type) {
        return type.startsWith("text/") || type.equals("application/json") || type.equals("image/svg+xml");
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
