package io.plexica.plugins.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Adds the requirement of the platform's extender to a bundle that does not state it. */
public final class ExtendedJar {

    /** The name of the platform's extender. */
    public static final String EXTENDER = "io.plexica.plugin";

    private static final String HEADER = "Require-Capability";
    private static final String REQUIREMENT =
            "osgi.extender;filter:=\"(&(osgi.extender=" + EXTENDER + ")(version>=1.0.0)(!(version>=2.0.0)))\"";

    private ExtendedJar() {}

    /** Whether the bundle states the requirement itself. */
    public static boolean states(String requireCapability) {
        return requireCapability.contains("osgi.extender=" + EXTENDER + ")");
    }

    /**
     * The jar itself when it states the requirement, else a copy that does.
     *
     * @param copy where a copy goes
     */
    public static Path of(Path jar, Path copy) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry entry = zip.getEntry(JarFile.MANIFEST_NAME);
            Manifest manifest;
            try (InputStream in = zip.getInputStream(entry)) {
                manifest = new Manifest(in);
            }
            Attributes headers = manifest.getMainAttributes();
            String stated = headers.getValue(HEADER);
            if (stated != null && states(stated)) {
                return jar;
            }
            headers.putValue(HEADER, stated == null ? REQUIREMENT : stated + "," + REQUIREMENT);
            rewrite(zip, manifest, copy);
        }
        return copy;
    }

    private static void rewrite(ZipFile zip, Manifest manifest, Path copy) throws IOException {
        try (OutputStream file = Files.newOutputStream(copy);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (ZipEntry entry : zip.stream().toList()) {
                if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    continue;
                }
                ZipEntry same = new ZipEntry(entry.getName());
                same.setTime(entry.getTime());
                out.putNextEntry(same);
                try (InputStream in = zip.getInputStream(entry)) {
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
    }
}
