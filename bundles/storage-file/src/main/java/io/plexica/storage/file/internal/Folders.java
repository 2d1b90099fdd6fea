package io.plexica.storage.file.internal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Folders that come and go below one that stays, while others work in them. */
final class Folders {

    private static final int ATTEMPTS = 20;

    private Folders() {}

    /**
     * Moves a file to its place, and makes the folders on the way. Somebody who removes the last object beside it may take
     * one of them away in between; it is made again then.
     */
    static void move(Path from, Path to, Path top) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                make(parent(to), top);
                Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
                sync(parent(to));
                return;
            } catch (NoSuchFileException e) {
                if (attempt == ATTEMPTS || !Files.isDirectory(top)) {
                    throw e;
                }
            }
        }
    }

    /** Removes folders that have become empty, up to one that stays. */
    static void prune(Path folder, Path top) throws IOException {
        Path next = folder;
        while (!next.equals(top)) {
            try {
                Files.deleteIfExists(next);
            } catch (DirectoryNotEmptyException e) {
                return;
            }
            next = parent(next);
        }
    }

    /** Removes a folder with all that is in it, never what a link in it leads to. */
    static void remove(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Removes the files in a folder that nobody has written to since a moment. */
    static void removeOlder(Path folder, Instant moment) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                try {
                    if (Files.getLastModifiedTime(file).toInstant().isBefore(moment)) {
                        Files.deleteIfExists(file);
                    }
                } catch (NoSuchFileException e) {
                    // It has got to its place meanwhile.
                }
            }
        }
    }

    static Path parent(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException(path + " is at the top");
        }
        return parent;
    }

    private static void make(Path folder, Path top) throws IOException {
        if (folder.equals(top)) {
            return;
        }
        make(parent(folder), top);
        try {
            Files.createDirectory(folder);
            sync(parent(folder));
        } catch (FileAlreadyExistsException e) {
            // As it should be.
        }
    }

    /** A move is only kept over a crash once the folder is. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
