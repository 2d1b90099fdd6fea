package io.plexica.plugins.internal.ui;

import io.plexica.plugins.internal.manifest.UiPaths;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.spi.plugins.PluginRef;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a file that a plugin version brings for browsers: {@code /plugins/<id>/<version>/ui/<file>}, and
 * {@code …/icon} for its icon. Browsers keep modules by their addresses, so a snapshot's names the bytes too:
 * {@code <version>~<digest>}.
 *
 * @param plugin the version
 * @param bytes how the digest of its bytes begins; null where the address does not say
 * @param file the file's path within the jar; null for the icon
 */
record UiAddress(
        PluginRef plugin, @Nullable String bytes, @Nullable String file) {

    static final String PREFIX = "/plugins/";

    private static final Pattern FORM = Pattern.compile("/plugins/([a-z][a-z0-9-]{1,19})/([0-9A-Za-z.+-]{1,120})"
            + "(?:~([0-9a-f]{12}))?/(?:icon|ui/((?:[A-Za-z0-9_@.-]+/)*[A-Za-z0-9_@.-]+))");
    private static final Pattern DOTS = Pattern.compile("(?:.*/)?\\.{1,2}(?:/.*)?");
    private static final int BYTES = 12;

    /** Reads an address literally; null when it is none of these. */
    static @Nullable UiAddress read(String path) {
        Matcher form = FORM.matcher(path);
        if (!form.matches() || DOTS.matcher(path).matches()) {
            return null;
        }
        String file = form.group(4);
        return new UiAddress(
                new PluginRef(form.group(1), form.group(2)),
                form.group(3),
                file == null ? null : UiPaths.FOLDER + file);
    }

    /** What the addresses of a version's files begin with. */
    static String base(StoredVersion version) {
        String bytes = version.manifest().version().isSnapshot() ? "~" + beginning(version.digest()) : "";
        return PREFIX + version.ref().id() + "/" + version.ref().version() + bytes + "/";
    }

    /** Whether the address is one of these bytes. */
    boolean fits(StoredVersion version) {
        return bytes == null || bytes.equals(beginning(version.digest()));
    }

    /** Whether what lies there can never become something else. */
    boolean isForGood(StoredVersion version) {
        return bytes != null || !version.manifest().version().isSnapshot();
    }

    private static String beginning(String digest) {
        return digest.substring(0, BYTES);
    }
}
