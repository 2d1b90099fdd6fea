package io.plexica.itests.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.plexica.itests.support.Platform;
import io.plexica.itests.support.Servers.Kind;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@BlackBox
@Order(BlackBox.KILLS + 1)
class LauncherIT {

    private final Platform platform;

    LauncherIT(Platform platform) {
        this.platform = platform;
    }

    @Test
    void a_second_up_finds_the_first_and_changes_nothing() throws IOException {
        String credentials = Files.readString(platform.home().resolve("credentials.json"));
        long pid = platform.servers().find(Kind.PLATFORM).orElseThrow().pid();

        // Whoever asks need not have in the environment what it was started with.
        Platform elsewhere = platform.with("PLEXICA_HTTP_PORT", "1").with("PLEXICA_SSH_PORT", "2");
        Platform.Run again = elsewhere.run("up");

        assertThat(again.exit()).as(again.output()).isZero();
        assertThat(again.output()).contains(platform.url().getPort() + "");
        assertThat(platform.servers().find(Kind.PLATFORM).orElseThrow().pid()).isEqualTo(pid);
        assertThat(Files.readString(platform.home().resolve("credentials.json")))
                .isEqualTo(credentials);
        assertThat(elsewhere.run("status").output())
                .contains("is ready", ":" + platform.url().getPort());
        assertThat(elsewhere.run("shell", "tenant:info", "acme").output()).contains("enterprise");
    }

    @Test
    void status_says_whether_it_runs_and_down_and_up_keep_everything() throws IOException {
        assertThat(platform.run("down", "--help").exit()).isEqualTo(1);
        assertThat(platform.run("status").exit()).isZero();
        String before = platform.boss().get("/api/v1/tenants/acme").expect(200).at("/id");

        assertThat(platform.run("down").exit()).isZero();
        assertThat(platform.run("status").exit()).isEqualTo(3);
        assertThat(platform.servers().find(Kind.POSTGRESQL)).isEmpty();
        assertThat(platform.servers().find(Kind.KEYCLOAK)).isEmpty();
        assertThat(platform.run("down").exit()).isZero();

        // As a machine that went down in the middle of "up" leaves it; somebody else has the pid by now.
        Files.writeString(platform.home().resolve("run/up.pid"), "1\n");
        platform.up();
        assertThat(platform.boss().get("/api/v1/tenants/acme").expect(200).at("/id"))
                .isEqualTo(before);
        platform.as("acme", "viewer").get("/api/plugins/crm/contacts").expect(200);
    }

    @Test
    void the_credentials_are_for_their_owner_alone() throws IOException {
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(platform.home().resolve("credentials.json"))))
                .isEqualTo("rw-------");
        assertThat(platform.credentials().superAdmin().password()).hasSizeGreaterThanOrEqualTo(12);
    }

    @Test
    void a_taken_port_is_named_with_the_key_that_changes_it() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                Platform other = Platform.prepare().with("PLEXICA_HTTP_PORT", Integer.toString(taken.getLocalPort()))) {
            Platform.Run run = other.run("up");

            assertThat(run.exit()).isNotZero();
            assertThat(run.output()).contains("PLEXICA_HTTP_PORT", Integer.toString(taken.getLocalPort()));
        }
    }
}
