package io.plexica.data.internal.migrate;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleReference;

/** Reads the migrations in a folder of a bundle, or of a plain class path. */
public final class MigrationFiles {

    private static final String SUFFIX = ".sql";

    private MigrationFiles() {}

    /** The folder's migrations by name; empty when there is no such folder. */
    public static List<MigrationFile> read(String folder, ClassLoader loader) {
        String path = folder.replaceAll("^/+|/+$", "");
        Map<String, URL> found = new TreeMap<>();
        try {
            if (loader instanceof BundleReference reference) {
                inBundle(reference.getBundle(), path, found);
            } else {
                onClassPath(loader, path, found);
            }
            List<MigrationFile> files = new ArrayList<>();
            for (Map.Entry<String, URL> entry : found.entrySet()) {
                files.add(new MigrationFile(entry.getKey(), text(entry.getValue())));
            }
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the migrations in " + folder, e);
        }
    }

    /** What the history keeps of a file's text. */
    public static int checksum(MigrationFile file) {
        return FileResources.checksum(file);
    }

    /** Changes when any file does. */
    public static String fingerprint(List<MigrationFile> files) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (MigrationFile file : files) {
                digest.update((file.name() + '\0' + file.sql() + '\0').getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static void inBundle(Bundle bundle, String path, Map<String, URL> found) {
        var entries = bundle.findEntries(path, "*" + SUFFIX, false);
        for (URL url : entries == null ? List.<URL>of() : Collections.list(entries)) {
            found.put(url.getPath().substring(url.getPath().lastIndexOf('/') + 1), url);
        }
    }

    private static void onClassPath(ClassLoader loader, String path, Map<String, URL> found) throws IOException {
        for (URL url : Collections.list(loader.getResources(path))) {
            if (url.getProtocol().equals("file")) {
                inFolder(new File(URLDecoder.decode(url.getPath(), StandardCharsets.UTF_8)), found);
            } else if (url.openConnection() instanceof JarURLConnection jar) {
                inJar(jar, path, found);
            }
        }
    }

    private static void inFolder(File folder, Map<String, URL> found) throws IOException {
        File[] files = folder.listFiles((parent, name) -> name.endsWith(SUFFIX));
        for (File file : files == null ? new File[0] : files) {
            found.put(file.getName(), file.toURI().toURL());
        }
    }

    private static void inJar(JarURLConnection connection, String path, Map<String, URL> found) throws IOException {
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (var entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                String file = name.substring(name.lastIndexOf('/') + 1);
                if (name.equals(path + "/" + file) && file.endsWith(SUFFIX)) {
                    found.put(file, new URL("jar:" + connection.getJarFileURL() + "!/" + name));
                }
            }
        }
    }

    private static String text(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
