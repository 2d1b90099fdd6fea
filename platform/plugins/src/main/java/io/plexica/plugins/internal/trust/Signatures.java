package io.plexica.plugins.internal.trust;

import io.plexica.plugins.internal.archive.ArchiveLimits;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether a jar, byte for byte as it came, is signed by somebody trusted. */
public final class Signatures {

    private static final int MOST_PROBLEMS = 10;
    private static final String NOT_SIGNED = "not signed";
    private static final int BUFFER = 64 * 1024;
    private static final Pattern OF_THE_SIGNATURE =
            Pattern.compile("META-INF/(?:MANIFEST\\.MF|SIG-[^/]*|[^/]+\\.(?:SF|RSA|DSA|EC))", Pattern.CASE_INSENSITIVE);

    private final Trust trust;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, List<String>> objected = new LinkedHashMap<>();
    private int looked;
    private long left = ArchiveLimits.STANDARD.unpacked();
    private @Nullable String signer;

    private Signatures(Trust trust) {
        this.trust = trust;
    }

    /**
     * Looks at every entry of a jar.
     *
     * @throws IOException when the file cannot be read
     */
    public static Signed check(Path jar, Trust trust) throws IOException {
        Signatures signatures = new Signatures(trust);
        try (JarFile file = new JarFile(jar.toFile(), true)) {
            for (JarEntry entry : file.stream().toList()) {
                if (signatures.left < 0) {
                    signatures.problems.add("The jar unpacks to so much that its signature is not looked at");
                    break;
                }
                if (!entry.isDirectory()
                        && !OF_THE_SIGNATURE.matcher(entry.getName()).matches()) {
                    signatures.look(file, entry);
                }
            }
        } catch (SecurityException e) {
            signatures.problems.add("The signature of the jar is not valid: " + e.getMessage());
        }
        return signatures.result();
    }

    private void look(JarFile file, JarEntry entry) throws IOException {
        looked++;
        try (InputStream in = file.getInputStream(entry)) {
            readWhole(in);
        } catch (SecurityException e) {
            problems.add("The entry '" + entry.getName() + "' is not what was signed: " + e.getMessage());
            return;
        }
        CodeSigner[] signers = entry.getCodeSigners();
        if (signers == null) {
            object(NOT_SIGNED, entry);
            return;
        }
        List<String> objections = new ArrayList<>();
        for (CodeSigner candidate : signers) {
            Optional<String> objection = trust.objection(candidate.getSignerCertPath());
            if (objection.isEmpty()) {
                signer = name(candidate);
                return;
            }
            objections.add(objection.get());
        }
        object("signed by nobody trusted: " + String.join("; ", objections), entry);
    }

    private void object(String objection, JarEntry entry) {
        objected.computeIfAbsent(objection, first -> new ArrayList<>()).add("'" + entry.getName() + "'");
    }

    /** What can be said of the whole jar is not said of each entry. */
    private String sentence(String objection, List<String> entries) {
        if (entries.size() == looked) {
            return "The jar is " + objection + (objection.equals(NOT_SIGNED) ? ": sign it with jarsigner" : "");
        }
        int more = entries.size() - MOST_PROBLEMS;
        return entries.size() == 1
                ? "The entry " + entries.get(0) + " is " + objection
                : "The entries "
                        + String.join(", ", entries.subList(0, Math.min(entries.size(), MOST_PROBLEMS)))
                        + (more > 0 ? " and " + more + " more" : "") + " are " + objection;
    }

    /** What was read to its end is what was signed, or that throws. Of a bomb no more is read than of any jar. */
    private void readWhole(InputStream in) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int n = in.read(buffer); n >= 0 && left >= 0; n = in.read(buffer)) {
            left -= n;
        }
    }

    private Signed result() {
        objected.forEach((objection, entries) -> problems.add(0, sentence(objection, entries)));
        int more = problems.size() - MOST_PROBLEMS;
        if (more <= 0) {
            return new Signed(problems.isEmpty() ? signer : null, problems);
        }
        List<String> some = new ArrayList<>(problems.subList(0, MOST_PROBLEMS));
        some.add(more + " more entries are not signed as they should be");
        return new Signed(null, some);
    }

    private static String name(CodeSigner signer) {
        X509Certificate certificate =
                (X509Certificate) signer.getSignerCertPath().getCertificates().get(0);
        return certificate.getSubjectX500Principal().getName();
    }

    /**
     * What came of it.
     *
     * @param signer who signed all of it; null when nobody trusted did
     * @param problems what stands against that, one sentence each
     */
    public record Signed(@Nullable String signer, List<String> problems) {

        /** Nobody looked. */
        public static final Signed UNKNOWN = new Signed(null, List.of());

        public Signed {
            problems = List.copyOf(problems);
        }
    }
}
