package io.plexica.plugins.internal.deploy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.archive.ArchiveContents;
import io.plexica.plugins.internal.archive.Digests;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.plugins.internal.publish.Published;
import io.plexica.plugins.internal.publish.Publisher;
import io.plexica.plugins.internal.publish.Withdrawal;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.WithdrawnJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a file in the deploy folder: an offer that the installer takes or refuses. */
@Component(service = Offers.class)
public final class Offers {

    private static final Logger LOG = LoggerFactory.getLogger(Offers.class);
    private static final String SOURCE = "deploy:";

    private final Publisher publisher;
    private final Withdrawal withdrawal;
    private final WithdrawnJars withdrawn;
    private final OrdinaryBundles bundles;

    /** Offers to the installer. */
    @Activate
    public Offers(
            @Reference Publisher publisher,
            @Reference Withdrawal withdrawal,
            @Reference WithdrawnJars withdrawn,
            @Reference OrdinaryBundles bundles) {
        this.publisher = publisher;
        this.withdrawal = withdrawal;
        this.withdrawn = withdrawn;
        this.bundles = bundles;
    }

    /** Offers a file, unless somebody is still writing it. */
    void offer(DroppedFile file, Collection<DroppedFile> others) throws IOException {
        if (!isComplete(file.path()) && !file.isAtRest()) {
            return;
        }
        Path copy = Files.createTempFile("plexica-offer", ".jar");
        try {
            Files.copy(file.path(), copy, StandardCopyOption.REPLACE_EXISTING);
            if (Stamp.of(file.path()).equals(file.stamp())) {
                take(file, copy, others);
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void take(DroppedFile file, Path copy, Collection<DroppedFile> others) throws IOException {
        try {
            if (file.isFromBefore() && withdrawn.contains(Digests.sha256(copy))) {
                LOG.info("{} stays away: it was withdrawn by hand", file.name());
                file.refused();
                return;
            }
            if (isComplete(copy) && !isPlugin(copy)) {
                bundles.start(file.name(), copy);
                withdraw(file, others);
                file.done(null);
            } else {
                publish(file, copy, others);
            }
            RefusalNote.remove(file.path());
        } catch (PlexicaException e) {
            if (e.code() == ErrorCode.UNAVAILABLE) {
                LOG.debug("{} waits", file.name(), e);
                return;
            }
            LOG.warn("{} was refused: {}", file.name(), PluginCheck.inWords(e));
            RefusalNote.write(file.path(), e);
            file.refused();
        }
    }

    private void publish(DroppedFile file, Path copy, Collection<DroppedFile> others) {
        Published result = publisher.publish(copy, SOURCE + file.name());
        StoredVersion version = result.version();
        if (result.changed()) {
            LOG.info(
                    "{} {} is live ({} ms after it appeared)",
                    version.ref().id(),
                    version.ref().version(),
                    file.age());
        } else {
            LOG.debug("{} is {}, which is there already", file.name(), version.ref());
        }
        StoredVersion before = file.published();
        if (before != null && !before.ref().equals(version.ref())) {
            withdraw(file, others);
        }
        file.done(version);
    }

    /** A file is gone: what it brought goes too, unless somebody uses it or another file brings it. */
    void vanished(DroppedFile file, Collection<DroppedFile> others) {
        RefusalNote.remove(file.path());
        bundles.remove(file.name());
        withdraw(file, others);
    }

    /** What a file brought is as good as gone, too, once the file brings something else. */
    private void withdraw(DroppedFile file, Collection<DroppedFile> others) {
        StoredVersion version = file.published();
        if (version == null || !version.source().equals(SOURCE + file.name())) {
            return;
        }
        boolean elsewhere = others.stream()
                .filter(other -> other != file)
                .map(DroppedFile::published)
                .anyMatch(other -> other != null && other.ref().equals(version.ref()));
        if (elsewhere) {
            return;
        }
        try {
            withdrawal.byFolder(version.ref());
            LOG.info("{} is withdrawn: {} does not bring it any more", version.ref(), file.name());
        } catch (PlexicaException e) {
            LOG.warn("{} does not bring {} any more, but it stays: {}", file.name(), version.ref(), e.detail());
        }
    }

    /** A jar's directory comes last: where it can be read, the file is whole. */
    private static boolean isComplete(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.size() > 0;
        } catch (ZipException e) {
            return false;
        }
    }

    private static boolean isPlugin(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            return zip.getEntry(ArchiveContents.MANIFEST) != null;
        }
    }
}
