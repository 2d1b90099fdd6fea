package io.plexica.backup.internal.doctor;

import io.plexica.api.problem.PlexicaException;
import io.plexica.spi.config.Secrets;
import io.plexica.spi.doctor.Examination;
import io.plexica.spi.doctor.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Whether secrets are secret: set, long enough and none that everybody knows. None is ever shown. */
@Component(service = Examination.class)
public final class SecretsExamination implements Examination {

    private static final int SHORTEST = 12;
    private static final List<String> NAMES = List.of(
            "DB_PASSWORD",
            "DB_ADMIN_PASSWORD",
            "DB_MIGRATOR_PASSWORD",
            "KEYCLOAK_ADMIN_PASSWORD",
            "SUPER_ADMIN_PASSWORD",
            "ENCRYPTION_KEY",
            "CACHE_PASSWORD",
            "S3_SECRET_KEY",
            "OPENSEARCH_PASSWORD",
            "SMTP_PASSWORD");
    private static final Set<String> KNOWN = Set.of(
            "admin",
            "password",
            "changeme",
            "change-me",
            "secret",
            "plexica",
            "postgres",
            "keycloak",
            "minioadmin",
            "123456",
            "12345678",
            "test");

    private final Secrets secrets;

    @Activate
    public SecretsExamination(@Reference Secrets secrets) {
        this.secrets = secrets;
    }

    @Override
    public String area() {
        return "secrets";
    }

    @Override
    public List<Finding> examine() {
        List<Finding> findings = new ArrayList<>();
        for (String name : NAMES) {
            try {
                secrets.find(name).ifPresent(secret -> findings.add(judge("PLEXICA_" + name, secret)));
            } catch (PlexicaException e) {
                findings.add(Finding.fail("PLEXICA_" + name, e.detail(), "make it readable to the platform"));
            }
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok("secrets", "none are set here; the embedded servers have their own"));
        }
        return findings;
    }

    static Finding judge(String name, String secret) {
        String plain = secret.strip().toLowerCase(Locale.ROOT);
        if (KNOWN.contains(plain)) {
            return Finding.fail(
                    name, "is one that everybody tries first", "set another one, here and where it is checked");
        }
        Optional<String> weak = secret.length() < SHORTEST
                ? Optional.of("has fewer than " + SHORTEST + " characters")
                : Optional.empty();
        return weak.map(found -> Finding.warn(name, found, "set a longer one, here and where it is checked"))
                .orElseGet(() -> Finding.ok(name, "is set"));
    }
}
