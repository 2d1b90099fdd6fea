package io.plexica.storage.s3.internal;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/**
 * The client of one server. Nothing of this machine's surroundings counts for it, neither profiles nor metadata services.
 * Checksums of the newer kind are left out, since many servers do not know them: uploads carry an MD5, and the platform
 * checks the digest of all that it reads.
 */
record Connection(
        S3Client client, S3Client impatient, @Nullable S3Presigner presigner) implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofMillis(1500);

    static Connection to(S3Settings settings) {
        URI links = settings.publicEndpoint();
        return new Connection(
                client(settings, settings.timeout(), settings.retries()),
                client(settings, LOOK, 0),
                links == null ? null : presigner(settings, links));
    }

    @Override
    public void close() {
        client.close();
        impatient.close();
        if (presigner != null) {
            presigner.close();
        }
    }

    private static S3Client client(S3Settings settings, Duration timeout, int retries) {
        Duration connect = timeout.compareTo(CONNECT) < 0 ? timeout : CONNECT;
        var builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .serviceConfiguration(addressing(settings))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(connect)
                        .socketTimeout(timeout)
                        .tlsTrustManagersProvider(settings.trusted())
                        .build())
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .defaultProfileFile(noProfiles())
                        .defaultProfileName("plexica")
                        .retryStrategy(StandardRetryStrategy.builder()
                                .maxAttempts(retries + 1)
                                .build())
                        .build());
        URI endpoint = settings.endpoint();
        return endpoint == null
                ? builder.build()
                : builder.endpointOverride(endpoint).build();
    }

    private static S3Presigner presigner(S3Settings settings, URI links) {
        return S3Presigner.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .serviceConfiguration(addressing(settings))
                .endpointOverride(links)
                .build();
    }

    private static StaticCredentialsProvider credentials(S3Settings settings) {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    }

    private static S3Configuration addressing(S3Settings settings) {
        return S3Configuration.builder()
                .pathStyleAccessEnabled(settings.pathStyle())
                .chunkedEncodingEnabled(false)
                .profileFile(Connection::noProfiles)
                .build();
    }

    private static ProfileFile noProfiles() {
        return ProfileFile.aggregator().build();
    }
}
