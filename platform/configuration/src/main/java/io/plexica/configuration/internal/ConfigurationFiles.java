package io.plexica.configuration.internal;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The files {@code io.plexica.*.cfg} of one folder. */
record ConfigurationFiles(Path folder) {

    private static final String PATTERN = "io.plexica.*.cfg";

    /** What the files say, by the configuration that each is for. */
    Map<String, Map<String, String>> read() throws IOException {
        Map<String, Map<String, String>> all = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return all;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PATTERN)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                all.put(name.substring(0, name.length() - ".cfg".length()), entries(file));
            }
        }
        return all;
    }

    /** A state that differs once a file has come, gone or been written. */
    Map<Path, Stamp> stamps() throws IOException {
        Map<Path, Stamp> stamps = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return stamps;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PATTERN)) {
            for (Path file : files) {
                stamps.put(file, new Stamp(Files.getLastModifiedTime(file), Files.size(file)));
            }
        }
        return stamps;
    }

    private static Map<String, String> entries(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " cannot be read: " + e.getMessage(), e);
        }
        Map<String, String> entries = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> entries.put(key, properties.getProperty(key)));
        return entries;
    }

    /** When a file was written and how long it is. */
    record Stamp(FileTime modified, long size) {}
}
