package io.plexica.itests.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** The same small read again and again, each time in another tenant. */
final class Reads {

    private static final int THREADS = 4;

    private Reads() {}

    /** How long each of them took, in microseconds, in order. */
    static double[] micros(int tenants, long millis, IntFunction<String> read) {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<double[]>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                running.add(threads.submit(() -> turn(tenants, millis, read)));
            }
            double[] all = new double[0];
            for (Future<double[]> one : running) {
                double[] more = one.get();
                double[] joined = Arrays.copyOf(all, all.length + more.length);
                System.arraycopy(more, 0, joined, all.length, more.length);
                all = joined;
            }
            Arrays.sort(all);
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private static double[] turn(int tenants, long millis, IntFunction<String> read) {
        double[] times = new double[1 << 16];
        int count = 0;
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (System.nanoTime() < end) {
            int tenant = ThreadLocalRandom.current().nextInt(tenants);
            long begin = System.nanoTime();
            String answer = read.apply(tenant);
            double time = (System.nanoTime() - begin) / 1e3;
            if (!answer.equals("tenant_" + ManySchemas.slug(tenant))) {
                throw new IllegalStateException("Tenant " + tenant + " read " + answer);
            }
            if (count == times.length) {
                times = Arrays.copyOf(times, 2 * count);
            }
            times[count++] = time;
        }
        return Arrays.copyOf(times, count);
    }
}
