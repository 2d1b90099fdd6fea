package io.plexica.backup.internal.doctor;

import io.plexica.backup.internal.doctor.Diagnosis.Entry;
import io.plexica.spi.context.Contexts;
import io.plexica.spi.context.ExecutionContext;
import io.plexica.spi.doctor.Examination;
import io.plexica.spi.doctor.Finding;
import io.plexica.spi.threads.Daemons;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has all examinations made side by side, each with a limit. Safe for all threads. */
@Component(service = Doctor.class)
public final class Doctor {

    private static final Logger LOG = LoggerFactory.getLogger(Doctor.class);
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final List<Examination> examinations = new CopyOnWriteArrayList<>();
    private final ExecutorService executor = Executors.newCachedThreadPool(Daemons.named("plexica-doctor"));

    /** Begins with none. */
    @Activate
    public Doctor() {}

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void add(Examination examination) {
        examinations.add(examination);
    }

    void remove(Examination examination) {
        examinations.remove(examination);
    }

    @Deactivate
    void close() {
        executor.shutdownNow();
    }

    /** Looks at everything, in the caller's context. */
    public Diagnosis examine() {
        return examine(PATIENCE);
    }

    Diagnosis examine(Duration patience) {
        ExecutionContext context = Contexts.find();
        Map<String, List<Future<List<Finding>>>> running = new TreeMap<>();
        for (Examination examination : examinations) {
            running.computeIfAbsent(examination.area(), area -> new ArrayList<>())
                    .add(executor.submit(() -> in(context, examination)));
        }
        long end = System.nanoTime() + patience.toNanos();
        List<Entry> entries = new ArrayList<>();
        running.forEach((area, results) -> {
            List<Finding> findings = new ArrayList<>();
            results.forEach(result -> findings.addAll(wait(result, end)));
            findings.sort(Comparator.comparing(Finding::level).reversed());
            findings.forEach(finding -> entries.add(
                    new Entry(area, finding.level(), finding.subject(), finding.found(), finding.advice())));
        });
        return Diagnosis.of(Instant.now(), entries);
    }

    private static List<Finding> in(@Nullable ExecutionContext context, Examination examination) throws Exception {
        if (context == null) {
            return examination.examine();
        }
        try (Contexts.Scope scope = Contexts.open(context)) {
            return examination.examine();
        }
    }

    private static List<Finding> wait(Future<List<Finding>> result, long end) {
        try {
            return result.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            return List.of(
                    Finding.fail("examination", "has not ended in time", "look at this side of the platform first"));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            LOG.warn("An examination failed", cause);
            return List.of(Finding.fail("examination", "failed: " + FailureTexts.inOneLine(cause), "the log has more"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(Finding.fail("examination", "was interrupted", "ask again"));
        }
    }
}
