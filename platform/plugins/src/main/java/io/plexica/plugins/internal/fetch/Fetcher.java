package io.plexica.plugins.internal.fetch;

import io.plexica.api.problem.ErrorCode;
import io.plexica.api.problem.FieldError;
import io.plexica.api.problem.PlexicaException;
import io.plexica.plugins.internal.archive.ArchiveLimits;
import io.plexica.plugins.internal.archive.ArchiveScan;
import io.plexica.plugins.internal.publish.PublicationOutcome;
import io.plexica.plugins.internal.publish.Publisher;
import io.plexica.plugins.internal.settings.RegistrySettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Publishes jars by coordinate. Only the repositories in the settings are asked, in their order; the first that has the jar
 * gives it. Safe for all threads.
 */
@Component(service = Fetcher.class)
public final class Fetcher {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RegistrySettings settings;
    private final Publisher publisher;
    private final Duration patience;
    private final HttpClient client = HttpSource.client();

    /** Fetches for the publisher. */
    @Activate
    public Fetcher(@Reference RegistrySettings settings, @Reference Publisher publisher) {
        this(settings, publisher, PATIENCE);
    }

    /** The same with another patience for each file. */
    public Fetcher(RegistrySettings settings, Publisher publisher, Duration patience) {
        this.settings = settings;
        this.publisher = publisher;
        this.patience = patience;
    }

    /**
     * Fetches a jar and publishes it.
     *
     * @throws PlexicaException {@code validation-failed} at {@code /url} when the coordinate is none or nothing is there;
     *     {@code unavailable} when a repository does not answer; {@code payload-too-large}; and as publishing throws
     */
    public PublicationOutcome publish(String url) {
        return with(url, publisher::publish);
    }

    /**
     * Fetches a jar and does something with it.
     *
     * @param work with the jar, which is gone afterwards, and where it came from
     */
    public <T> T with(String url, BiFunction<Path, String, T> work) {
        Coordinate coordinate = Coordinate.of(url);
        List<URI> repositories = settings.current().repositories();
        if (repositories.isEmpty()) {
            throw Coordinate.wrong("cannot be fetched: no repository is configured;"
                    + " name some in PLEXICA_PLUGIN_REPOSITORIES, or upload the jar");
        }
        try {
            Path jar = Files.createTempFile("plexica-fetched", ".jar");
            try {
                fetch(coordinate, repositories, jar);
                return work.apply(jar, coordinate.toString());
            } finally {
                Files.deleteIfExists(jar);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void fetch(Coordinate coordinate, List<URI> repositories, Path jar) {
        List<String> silent = new ArrayList<>();
        for (URI repository : repositories) {
            try {
                if (fetch(coordinate, source(repository), repository, jar)) {
                    return;
                }
            } catch (Source.TooLarge e) {
                throw new PlexicaException(
                        ErrorCode.PAYLOAD_TOO_LARGE, ArchiveScan.tooLarge(ArchiveLimits.STANDARD), e);
            } catch (IOException e) {
                silent.add(repository + ": " + e.getMessage());
            }
        }
        if (!silent.isEmpty()) {
            throw new PlexicaException(
                    ErrorCode.UNAVAILABLE,
                    coordinate + " could not be fetched (" + String.join("; ", silent) + "); try again later");
        }
        throw Coordinate.wrong("is in none of the repositories: "
                + String.join(", ", repositories.stream().map(URI::toString).toList()));
    }

    private static boolean fetch(Coordinate coordinate, Source source, URI repository, Path jar) throws IOException {
        String path = coordinate.folder() + coordinate.jar(build(coordinate, source));
        if (!source.copy(path, jar, ArchiveLimits.STANDARD.bytes())) {
            return false;
        }
        Optional<String> problem = Checksum.problem(source, path, jar);
        if (problem.isPresent()) {
            String sentence = "The jar from " + repository + " is damaged or was changed: " + problem.get();
            throw new PlexicaException(ErrorCode.PLUGIN_INVALID, sentence)
                    .withErrors(List.of(new FieldError("/url", sentence)));
        }
        return true;
    }

    /** The version in the jar's name: of a snapshot that of its newest build, where the repository keeps several. */
    private static String build(Coordinate coordinate, Source source) throws IOException {
        if (!coordinate.isSnapshot()) {
            return coordinate.version();
        }
        Optional<byte[]> metadata = source.read(coordinate.folder() + "maven-metadata.xml");
        return metadata.isEmpty()
                ? coordinate.version()
                : SnapshotMetadata.newest(metadata.get(), coordinate).orElse(coordinate.version());
    }

    private Source source(URI repository) {
        return repository.getScheme().toLowerCase(Locale.ROOT).equals("file")
                ? new FolderSource(repository)
                : new HttpSource(client, repository, patience);
    }
}
