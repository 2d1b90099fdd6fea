package io.plexica.configuration.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** What the installed rooms and adapters declare. */
record DeclaredSettings(BundleContext context) {

    private static final String ROOMS = "io.plexica.";
    private static final String FOLDER = "OSGI-INF/metatype";

    /** Reads the declarations of all bundles that are there now. */
    Collection<Setting> read() {
        List<Setting> settings = new ArrayList<>();
        for (Bundle bundle : context.getBundles()) {
            if (isRoom(bundle)) {
                read(bundle, settings);
            }
        }
        return settings;
    }

    /** Whether a bundle is part of the platform, rather than a library. */
    static boolean isRoom(Bundle bundle) {
        return bundle.getSymbolicName() != null
                && bundle.getSymbolicName().startsWith(ROOMS)
                && bundle.getState() != Bundle.UNINSTALLED;
    }

    private static void read(Bundle bundle, List<Setting> settings) {
        var paths = bundle.getEntryPaths(FOLDER);
        if (paths == null) {
            return;
        }
        for (String path : Collections.list(paths)) {
            URL document = bundle.getEntry(path);
            try (InputStream stream = document.openStream()) {
                settings.addAll(MetatypeReader.read(stream));
            } catch (IOException e) {
                throw new UncheckedIOException(bundle.getSymbolicName() + ": " + path, e);
            }
        }
    }
}
