package io.plexica.backup.internal.doctor;

import io.plexica.spi.doctor.Examination;
import io.plexica.spi.doctor.Finding;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** The process and the machine: room on disks, memory, flags of the JVM. */
@Component(service = Examination.class)
public final class ProcessExamination implements Examination {

    private static final long MIB = 1024L * 1024;
    private static final long FEWEST = 512;
    private static final long LEAST = 100;
    private static final long SMALL_HEAP = 256;
    private static final double FULL = 0.85;
    private static final double BURSTING = 0.95;

    @Activate
    public ProcessExamination() {}

    @Override
    public String area() {
        return "process";
    }

    @Override
    public List<Finding> examine() throws IOException {
        List<Finding> findings = new ArrayList<>();
        Map<String, Path> folders = new LinkedHashMap<>();
        folders.put("disk of data", Path.of(System.getProperty("karaf.data", ".")));
        folders.put("disk of temporary files", Path.of(System.getProperty("java.io.tmpdir", ".")));
        for (Map.Entry<String, Path> folder : folders.entrySet()) {
            findings.add(room(folder.getKey(), Files.getFileStore(folder.getValue())));
        }
        findings.addAll(memory());
        findings.addAll(flags(
                ManagementFactory.getRuntimeMXBean().getInputArguments(),
                Charset.defaultCharset(),
                Runtime.version().feature()));
        return findings;
    }

    private static Finding room(String subject, FileStore store) throws IOException {
        long free = store.getUsableSpace() / MIB;
        String found = free + " MiB free of " + store.getTotalSpace() / MIB;
        if (free < LEAST) {
            return Finding.fail(subject, found, "make room: nothing can be published, imported or logged soon");
        }
        return free < FEWEST ? Finding.warn(subject, found, "make room") : Finding.ok(subject, found);
    }

    private static List<Finding> memory() {
        Runtime runtime = Runtime.getRuntime();
        long most = runtime.maxMemory() / MIB;
        double used = (double) (runtime.totalMemory() - runtime.freeMemory()) / runtime.maxMemory();
        return List.of(
                most < SMALL_HEAP
                        ? Finding.warn(
                                "heap", most + " MiB at most", "set -Xmx" + SMALL_HEAP + "m or more in JAVA_OPTS")
                        : Finding.ok("heap", most + " MiB at most"),
                Finding.below(
                        "heap in use",
                        Math.round(used * 100) + " % of it",
                        used,
                        FULL,
                        BURSTING,
                        "look again soon; if it stays, raise -Xmx or find out which plugin keeps so much"));
    }

    static List<Finding> flags(List<String> arguments, Charset charset, int java) {
        boolean bounded = arguments.stream()
                .anyMatch(argument -> argument.startsWith("-Xmx") || argument.startsWith("-XX:MaxRAMPercentage"));
        boolean open = arguments.stream()
                .anyMatch(argument ->
                        argument.startsWith("-Dcom.sun.management.jmxremote") || argument.startsWith("-agentlib:jdwp"));
        boolean dies = arguments.stream()
                .anyMatch(argument ->
                        argument.contains("ExitOnOutOfMemoryError") || argument.contains("CrashOnOutOfMemoryError"));
        List<Finding> findings = new ArrayList<>();
        findings.add(
                bounded
                        ? Finding.ok("bound of memory", "is set")
                        : Finding.warn("bound of memory", "is not set", "set -Xmx, so that a leak harms no neighbour"));
        findings.add(
                open
                        ? Finding.warn("remote debugging", "is on", "leave it out of JAVA_OPTS outside development")
                        : Finding.ok("remote debugging", "is off"));
        findings.add(
                dies
                        ? Finding.ok("out of memory", "ends the process, which is then started anew")
                        : Finding.warn(
                                "out of memory",
                                "leaves a process that works no more",
                                "set -XX:+ExitOnOutOfMemoryError where something starts it anew"));
        findings.add(
                StandardCharsets.UTF_8.equals(charset)
                        ? Finding.ok("charset", "UTF-8")
                        : Finding.warn("charset", charset.name(), "set -Dfile.encoding=UTF-8"));
        findings.add(
                java == 17
                        ? Finding.ok("Java", String.valueOf(java))
                        : Finding.warn("Java", String.valueOf(java), "run it on 17, on which it is tested"));
        return findings;
    }
}
