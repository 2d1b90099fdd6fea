package io.plexica.itests.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreePortsTest {

    private static final int MANY = 100;

    /** Few more than both take, so that they want the same ones. */
    private static final int FIRST = 20_000;

    private static final int LAST = 20_299;

    @TempDir
    Path folder;

    @Test
    void twoProcessesNeverGetTheSamePort() throws IOException, InterruptedException {
        Path file = folder.resolve("ports");
        Process other = OtherProcess.start(Taker.class, List.of(), file);

        Set<String> all = new TreeSet<>(Set.of(other.inputReader().readLine().split(" ")));
        assertThat(all).hasSize(MANY);
        FreePorts mine = new FreePorts(file);
        IntStream.range(0, MANY).forEach(i -> all.add(String.valueOf(mine.take(FIRST, LAST))));
        assertThat(all).as("what both took").hasSize(2 * MANY);

        other.outputWriter().close();
        assertThat(other.waitFor()).isZero();
    }

    @Test
    void aPortThatSomebodyListensOnIsNotGiven() throws IOException {
        int port = FreePorts.free();
        FreePorts others = new FreePorts(folder.resolve("ports"));
        try (ServerSocket listening = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> others.take(port, listening.getLocalPort()))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("No port from %d to %d is free", port, port);
        }
    }

    @Test
    void aPortThatWasNotFreeWhenItWasLookedAtIsNobodys() throws IOException {
        int port = FreePorts.free();
        FreePorts others = new FreePorts(folder.resolve("ports"));
        try (ServerSocket listening = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> others.take(port, listening.getLocalPort()))
                    .hasMessageContaining("is free");
        }
        assertThat(others.take(port, port)).isEqualTo(port);
    }

    /** Takes some ports, names them, and holds them until its input ends. */
    static final class Taker {

        private Taker() {}

        public static void main(String[] arguments) throws IOException {
            FreePorts ports = new FreePorts(Path.of(arguments[0]));
            System.out.println(String.join(
                    " ",
                    IntStream.range(0, MANY)
                            .mapToObj(i -> String.valueOf(ports.take(FIRST, LAST)))
                            .toList()));
            OtherProcess.hold();
        }
    }
}
