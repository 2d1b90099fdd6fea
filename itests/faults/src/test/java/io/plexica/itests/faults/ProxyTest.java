package io.plexica.itests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ProxyTest {

    private static final int MOMENT_MILLIS = 200;
    private static final Duration LATER = Duration.ofMillis(400);

    private ServerSocket echo;
    private Proxy proxy;

    @BeforeEach
    void startAnEcho() throws IOException {
        echo = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread server = new Thread(this::serve);
        server.setDaemon(true);
        server.start();
        proxy = Proxy.to(echo.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        echo.close();
    }

    @Test
    void what_flows_comes_back() throws IOException {
        try (Socket socket = connect()) {
            assertThat(ask(socket, 7)).isEqualTo(7);
            assertThat(proxy.farPorts()).hasSize(1);
        }
    }

    @Test
    void who_is_refused_cannot_connect_and_whoever_was_in_is_out() throws IOException {
        try (Socket before = connect()) {
            ask(before, 1);
            proxy.refuse();

            assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
            assertThatThrownBy(() -> askUntilBroken(before)).isInstanceOf(IOException.class);
        }
        proxy.flow();
        try (Socket after = connect()) {
            assertThat(ask(after, 2)).isEqualTo(2);
        }
    }

    @Test
    void who_is_cut_off_can_come_again_at_once() throws IOException {
        try (Socket before = connect()) {
            ask(before, 1);
            proxy.cut();
            assertThatThrownBy(() -> askUntilBroken(before)).isInstanceOf(IOException.class);
        }
        try (Socket after = connect()) {
            assertThat(ask(after, 2)).isEqualTo(2);
        }
    }

    @Test
    void what_is_swallowed_arrives_once_it_flows_again() throws IOException {
        try (Socket socket = connect()) {
            proxy.swallow();
            socket.setSoTimeout(MOMENT_MILLIS);
            assertThatThrownBy(() -> ask(socket, 3)).isInstanceOf(SocketTimeoutException.class);

            proxy.flow();
            socket.setSoTimeout(0);
            assertThat(socket.getInputStream().read()).isEqualTo(3);
        }
    }

    @Test
    void what_is_slow_arrives_later_and_at_once_when_it_flows_again() throws IOException {
        try (Socket socket = connect()) {
            proxy.slow(LATER);
            long begun = System.nanoTime();
            assertThat(ask(socket, 4)).isEqualTo(4);
            assertThat(System.nanoTime() - begun).isGreaterThanOrEqualTo(2 * LATER.toNanos());

            proxy.slow(Duration.ofDays(1));
            socket.getOutputStream().write(5);
            proxy.flow();
            assertThat(socket.getInputStream().read()).isEqualTo(5);
        }
    }

    @Test
    void a_server_that_is_away_itself_is_away_through_the_proxy_too() throws IOException {
        echo.close();
        Awaitility.await().untilAsserted(() -> {
            try (Socket socket = connect()) {
                assertThatThrownBy(() -> askUntilBroken(socket)).isInstanceOf(IOException.class);
            }
        });
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), proxy.port());
    }

    private static int ask(Socket socket, int value) throws IOException {
        socket.getOutputStream().write(value);
        return socket.getInputStream().read();
    }

    private static void askUntilBroken(Socket socket) throws IOException {
        while (ask(socket, 1) >= 0) {
            socket.setSoTimeout(MOMENT_MILLIS);
        }
        throw new IOException("it has ended");
    }

    private void serve() {
        while (!echo.isClosed()) {
            try {
                Socket socket = echo.accept();
                Thread thread = new Thread(() -> repeat(socket));
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void repeat(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException e) {
            // Whoever asked is gone.
            return;
        }
    }
}
