package io.plexica.itests.faults;

import io.plexica.itests.machine.FreePorts;
import io.plexica.itests.machine.TestFolders;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import redis.embedded.RedisServer;

/** A real Redis that keeps nothing on disk, as the guide advises. */
public final class RedisEngine implements Engine {

    private final int port = FreePorts.free();
    private final Path pidFile;
    private final RedisServer server;

    /** Prepares one; it is not started yet. */
    public RedisEngine() {
        Path folder = TestFolders.create("redis");
        pidFile = folder.resolve("redis.pid");
        server = RedisServer.builder()
                .port(port)
                .bind("127.0.0.1")
                .setting("save \"\"")
                .setting("appendonly no")
                .setting("dir " + folder)
                .setting("pidfile " + pidFile)
                .build();
    }

    @Override
    public String name() {
        return "redis";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public void stop() {
        server.stop();
    }

    @Override
    public void pause() {
        Signal.stop(pid());
    }

    @Override
    public void resume() {
        Signal.go(pid());
    }

    /** From now on it has room for nothing more, and drops nothing. */
    public void fill() {
        tell("CONFIG SET maxmemory-policy noeviction");
        tell("CONFIG SET maxmemory 1");
    }

    /** There is room again. */
    public void empty() {
        tell("CONFIG SET maxmemory 0");
    }

    /** Its keys that match a pattern. */
    Set<String> keys(String pattern) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(("KEYS " + pattern + "\r\n").getBytes(StandardCharsets.UTF_8));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            int count = Integer.parseInt(answer.readLine().substring(1));
            Set<String> keys = new HashSet<>();
            for (int i = 0; i < count; i++) {
                // The length comes before each.
                answer.readLine();
                keys.add(answer.readLine());
            }
            return keys;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(String command) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((command + "\r\n").getBytes(StandardCharsets.US_ASCII));
            byte[] answer = socket.getInputStream().readNBytes(3);
            if (!new String(answer, StandardCharsets.US_ASCII).equals("+OK")) {
                throw new IllegalStateException("Redis refuses " + command);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long pid() {
        try {
            return Long.parseLong(Files.readString(pidFile).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("Redis does not run", e);
        }
    }
}
