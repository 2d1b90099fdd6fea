package io.plexica.plugins.internal.deploy;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.archive.ArchiveContents;
import io.plexica.plugins.internal.archive.Digests;
import io.plexica.plugins.internal.check.PluginCheck;
import io.plexica.plugins.internal.publish.PublicationOutcome;
import io.plexica.plugins.internal.publish.Publisher;
import io.plexica.plugins.internal.publish.Withdrawal;
import io.plexica.plugins.internal.store.StoredVersion;
import io.plexica.plugins.internal.store.WithdrawnJars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What becomes of a file in the deploy folder: an offer that the installer takes or refuses. */
@Component(service = DeployOffers.class)
public class DeployOffers {

    private static final Logger LOG = LoggerFactory.getLogger(DeployOffers.class);
    private static final String SOURCE = "deploy:";

    private final Publisher publisher;
    private final Withdrawal withdrawal;
    private final WithdrawnJars withdrawn;
    private final OrdinaryBundles bundles;

    /** Offers to the installer. */
    @Activate
    public DeployOffers(
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
    void offer(DroppedFile file, DeployFolderState memory) throws IOException {
        if (!isComplete(file.path()) && !file.isAtRest()) {
            return;
        }
        Path copy = Files.createTempFile("plexica-offer", ".jar");
        try {
            Files.copy(file.path(), copy, StandardCopyOption.REPLACE_EXISTING);
            if (FileStamp.of(file.path()).equals(file.stamp())) {
                take(file, copy, memory);
            }
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void take(DroppedFile file, Path copy, DeployFolderState memory) throws IOException {
        String digest = Digests.sha256(copy);
        try {
            if (file.isUnchanged(digest) && withdrawn.contains(digest)) {
                LOG.info(
                        "{} stays away: it was withdrawn by hand and holds the same bytes. To bring it back, upload it, or"
                                + " take it from the folder and drop it again",
                        file.name());
            } else if (isComplete(copy) && !isPlugin(copy)) {
                bundles.start(file.name(), copy);
                withdraw(file.name(), memory);
            } else {
                publish(file, copy, memory);
            }
            RefusalNote.remove(file.path());
        } catch (PlexicaException e) {
            if (e.code() == ErrorCode.UNAVAILABLE) {
                LOG.debug("{} waits", file.name(), e);
                return;
            }
            LOG.warn("{} was refused: {}", file.name(), PluginCheck.inWords(e));
            RefusalNote.write(file.path(), e);
        }
        file.done(digest);
    }

    private void publish(DroppedFile file, Path copy, DeployFolderState memory) {
        PublicationOutcome result = publisher.publish(copy, SOURCE + file.name());
        StoredVersion version = result.version();
        if (result.changed()) {
            LOG.info(
                    "{} {} is live ({} ms after it appeared)",
                    version.ref().id(),
                    version.ref().version(),
                    file.age());
        } else {
            LOG.info("{} is {}, which is there already", file.name(), version.ref());
        }
        DeployedFile now = new DeployedFile(version.ref(), version.digest(), SOURCE + file.name());
        boolean other = memory.of(file.name())
                .filter(before -> !before.plugin().equals(now.plugin()))
                .isPresent();
        if (other) {
            withdraw(file.name(), memory);
        }
        // A renamed file, or a second one, stands for the first.
        memory.put(file.name(), result.changed() ? now : memory.same(now).orElse(now));
    }

    /**
     * A file is gone: what it brought goes too, unless somebody uses it or another file brings it. While the database is not
     * there, what it brought is remembered.
     */
    void vanished(String name, DeployFolderState memory) {
        bundles.remove(name);
        try {
            withdraw(name, memory);
        } catch (PlexicaException e) {
            LOG.debug("What {} brought stays for the moment", name, e);
        }
    }

    /**
     * What a file brought is as good as gone, too, once the file brings something else.
     *
     * @throws PlexicaException {@code unavailable}
     */
    private void withdraw(String name, DeployFolderState memory) {
        DeployedFile what = memory.of(name).orElse(null);
        if (what == null) {
            return;
        }
        if (!memory.isElsewhere(name, what)) {
            try {
                if (withdrawal.byFolder(what.plugin(), what.digest(), what.source())) {
                    LOG.info("{} is withdrawn: {} does not bring it any more", what.plugin(), name);
                }
            } catch (PlexicaException e) {
                if (e.code() == ErrorCode.UNAVAILABLE) {
                    throw e;
                }
                LOG.warn("{} does not bring {} any more, but it stays: {}", name, what.plugin(), e.detail());
            }
        }
        memory.forget(name);
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
