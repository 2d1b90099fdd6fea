package io.plexica.itests.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plexica.data.internal.DataPlatform;
import io.plexica.spi.data.DatabaseAccess;
import java.io.IOException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class EncryptedDatabaseTest {

    @Test
    void the_data_room_works_by_tls_where_the_address_says_so_and_refuses_whom_it_does_not_trust() throws IOException {
        Authority authority = Authority.create();
        Server server = Server.encrypted(authority);
        try {
            server.create("plexica");
            try (DataPlatform platform =
                    platform(server.access("plexica", "?sslmode=verify-full&sslrootcert=" + authority.certificate()))) {
                assertThat(platform.database().<Boolean>core(connection -> server.isReachedByTls()))
                        .isTrue();
            }
            Authority stranger = Authority.create();
            assertThatThrownBy(() -> platform(
                            server.access("plexica", "?sslmode=verify-full&sslrootcert=" + stranger.certificate())))
                    .hasMessageContaining("not trusted, see sslrootcert in PLEXICA_DB_URL");
        } finally {
            server.stop();
        }
    }

    private static DataPlatform platform(DatabaseAccess access) {
        DataPlatform platform = new DataPlatform(access, RoomDatabase.SETTINGS);
        try {
            platform.start();
            return platform;
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
    }
}
