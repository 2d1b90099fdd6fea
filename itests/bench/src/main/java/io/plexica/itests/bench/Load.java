package io.plexica.itests.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request over and over on a few connections that stay open. Plain sockets, so that the caller takes as little
 * of the machine as can be.
 */
final class Load {

    private static final int OK = 200;

    private final URI target;
    private final byte[] request;

    Load(URI target, @Nullable String token) {
        this.target = target;
        String head = "GET " + target.getRawPath() + " HTTP/1.1\r\nHost: " + target.getAuthority()
                + "\r\nAccept: application/json\r\n";
        String authorization = token == null ? "" : "Authorization: Bearer " + token + "\r\n";
        this.request = (head + authorization + "\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    /** Requests answered with 200 per second, over this long, on so many connections. */
    double perSecond(long millis, int connections) {
        long begin = System.nanoTime();
        long end = begin + millis * 1_000_000;
        List<CompletableFuture<Long>> callers = IntStream.range(0, connections)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> callUntil(end), task -> new Thread(task).start()))
                .toList();
        long calls = callers.stream().mapToLong(CompletableFuture::join).sum();
        return calls * 1e9 / (System.nanoTime() - begin);
    }

    /**
     * How long requests take that come at a constant rate, in milliseconds. The time counts from when a request was due, also
     * where the one before it on its connection was late.
     */
    List<Double> atRate(int perSecond, long millis, int connections) {
        long begin = System.nanoTime();
        long step = 1_000_000_000L * connections / perSecond;
        List<CompletableFuture<List<Double>>> callers = IntStream.range(0, connections)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> callWhenDue(begin + i * step / connections, step, begin + millis * 1_000_000),
                        task -> new Thread(task).start()))
                .toList();
        return callers.stream()
                .map(CompletableFuture::join)
                .flatMap(List::stream)
                .toList();
    }

    private List<Double> callWhenDue(long first, long step, long end) {
        try (Socket socket = new Socket(target.getHost(), target.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
            List<Double> took = new ArrayList<>();
            for (long due = first; due < end; due += step) {
                while (System.nanoTime() < due) {
                    LockSupport.parkNanos(due - System.nanoTime());
                }
                socket.getOutputStream().write(request);
                readAnswer(in);
                took.add((System.nanoTime() - due) / 1e6);
            }
            return took;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long callUntil(long end) {
        try (Socket socket = new Socket(target.getHost(), target.getPort())) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream(), 16_384);
            long calls = 0;
            while (System.nanoTime() < end) {
                socket.getOutputStream().write(request);
                readAnswer(in);
                calls++;
            }
            return calls;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readAnswer(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).split(" ")[1]);
        long length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(java.util.Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(
                        lower.substring("content-length:".length()).strip());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        if (chunked) {
            skipChunks(in);
        } else {
            in.skipNBytes(length);
        }
        if (status != OK) {
            throw new IOException(target + " answered " + status);
        }
    }

    private static void skipChunks(InputStream in) throws IOException {
        for (int size = chunkSize(in); size > 0; size = chunkSize(in)) {
            in.skipNBytes(size + 2L);
        }
        line(in);
    }

    private static int chunkSize(InputStream in) throws IOException {
        return Integer.parseInt(line(in).strip(), 16);
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new IOException("the connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }
}
