package io.plexica.storage.s3.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.itests.rooms.Authority;
import io.plexica.itests.rooms.S3Server;
import io.plexica.spi.storage.ObjectStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class S3TlsTest {

    @Test
    void a_server_is_used_by_tls_where_its_authority_is_trusted_and_refused_elsewhere() throws IOException {
        Authority authority = Authority.create();
        try (S3Server server = S3Server.startWithTls(authority);
                Connection trusting = connection(server, authority.certificate().toString());
                Connection wary = connection(server, "")) {
            ObjectStore store = new S3Store(trusting, "us-east-1");
            Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().untilAsserted(store::check);
            store.createBucket("tenant-acme");
            store.put("tenant-acme", "crm/a", new ByteArrayInputStream(new byte[10]), "text/plain", Map.of());
            assertThat(store.head("tenant-acme", "crm/a")).isPresent();

            assertThatThrownBy(() -> new S3Store(wary, "us-east-1").check())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("not trusted, see PLEXICA_S3_TRUSTSTORE")
                    .hasMessageContaining("certification path");
        }
    }

    private static Connection connection(S3Server server, String truststore) {
        return Connection.to(S3Settings.of(new Given(server.address().toString(), truststore), S3Server.SECRET_KEY));
    }

    /** What an operator has set. */
    @SuppressWarnings("ClassExplicitlyAnnotation")
    private record Given(String endpoint, String truststore) implements S3Config {

        @Override
        public String publicEndpoint() {
            return "";
        }

        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public boolean pathStyle() {
            return true;
        }

        @Override
        public String accessKey() {
            return S3Server.ACCESS_KEY;
        }

        @Override
        public int timeout() {
            return 20;
        }

        @Override
        public int retries() {
            return 0;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return S3Config.class;
        }
    }
}
