package io.plexica.plugins.internal.archive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads facts from a class file, without loading the class. */
final class ClassReading extends ClassVisitor {

    private static final Logger LOG = LoggerFactory.getLogger(ClassReading.class);
    private static final int API = Opcodes.ASM9;
    private static final int VERSION_OF_JAVA_1 = 44;
    private static final int JAVA = Runtime.version().feature();
    private static final Pattern RELEASE = Pattern.compile("META-INF/versions/([0-9]{1,6})/", Pattern.CASE_INSENSITIVE);
    private static final Set<String> SHARED_TYPES =
            Set.of("javax.persistence.SequenceGenerator", "javax.persistence.TableGenerator");
    private static final String GUARD = "io.plexica.api.security.RequiresPermission";
    private static final Set<String> ANSWERING = Stream.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
            .map("javax.ws.rs."::concat)
            .collect(Collectors.toUnmodifiableSet());

    private final Set<String> annotations = new HashSet<>();
    private final List<String> sharedGenerators = new ArrayList<>();
    private final Set<String> demanded = new HashSet<>();
    private final List<String> hidden = new ArrayList<>();
    private String name = "";
    private String superName = "";
    private int version;
    private boolean open;
    private boolean constructed;

    private ClassReading() {
        super(API);
    }

    /** Whether an entry is a class that this Java may load: in a multi-release jar also one for a Java as old as this. */
    static boolean isClass(String name) {
        return name.endsWith(".class") && !name.endsWith("module-info.class") && releaseOf(name) <= JAVA;
    }

    private static int releaseOf(String name) {
        Matcher release = RELEASE.matcher(name);
        return release.lookingAt() ? Integer.parseInt(release.group(1)) : 0;
    }

    /** The facts of the class in an entry; what is wrong is said of that entry. */
    static Optional<ClassFacts> read(String entry, byte[] bytes, Consumer<String> problems) {
        try {
            return Optional.of(facts(bytes));
        } catch (RuntimeException e) {
            LOG.debug("The class file {} cannot be read", entry, e);
            problems.accept("class file '" + entry + "' cannot be read: it is damaged or newer than Java 17");
            return Optional.empty();
        }
    }

    private static ClassFacts facts(byte[] bytes) {
        ClassReading reading = new ClassReading();
        ClassReader reader = new ClassReader(bytes);
        reader.accept(reading, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new ClassFacts(
                reading.name,
                reading.superName,
                reading.annotations,
                reading.sharedGenerators,
                reading.version - VERSION_OF_JAVA_1,
                ForbiddenCalls.of(reader),
                reading.demanded,
                reading.hidden,
                reading.open && reading.constructed);
    }

    @Override
    public void visit(
            int fileVersion,
            int access,
            String internalName,
            @Nullable String signature,
            @Nullable String superInternalName,
            String @Nullable [] interfaces) {
        version = fileVersion & 0xFFFF;
        open = (access & Opcodes.ACC_PUBLIC) != 0 && (access & Opcodes.ACC_ABSTRACT) == 0;
        name = internalName.replace('/', '.');
        superName = superInternalName == null ? "" : superInternalName.replace('/', '.');
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        String type = Type.getType(descriptor).getClassName();
        annotations.add(type);
        if (SHARED_TYPES.contains(type)) {
            sharedGenerators.add("@" + simple(type) + " on " + name);
        }
        return type.equals(GUARD) ? new Demands() : null;
    }

    @Override
    public FieldVisitor visitField(
            int access, String field, String descriptor, @Nullable String signature, @Nullable Object value) {
        String type = Type.getType(descriptor).getClassName();
        return new FieldVisitor(API) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                return member(annotation, field, type);
            }
        };
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, @Nullable String signature, String @Nullable [] exceptions) {
        constructed |= method.equals("<init>") && (access & Opcodes.ACC_PUBLIC) != 0;
        String type = Type.getReturnType(descriptor).getClassName();
        return new MethodVisitor(API) {
            @Override
            public @Nullable AnnotationVisitor visitAnnotation(String annotation, boolean visible) {
                String kind = Type.getType(annotation).getClassName();
                if (ANSWERING.contains(kind) && (access & Opcodes.ACC_PUBLIC) == 0) {
                    hidden.add("@" + simple(kind) + " " + method);
                }
                return kind.equals(GUARD) ? new Demands() : member(annotation, method + "()", type);
            }
        };
    }

    private @Nullable AnnotationVisitor member(String descriptor, String member, String type) {
        String annotation = Type.getType(descriptor).getClassName();
        if (SHARED_TYPES.contains(annotation)) {
            sharedGenerators.add("@" + simple(annotation) + " on " + name + "." + member);
        }
        return annotation.equals("javax.persistence.GeneratedValue") ? new Strategy(member, type) : null;
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.') + 1);
    }

    /** Notes the permissions that one guard names. */
    private final class Demands extends AnnotationVisitor {

        Demands() {
            super(API);
        }

        @Override
        public void visit(String attribute, Object value) {
            if (value instanceof String key) {
                demanded.add(key);
            }
        }

        @Override
        public AnnotationVisitor visitArray(String attribute) {
            return this;
        }
    }

    /** Looks at one {@code @GeneratedValue}. Identity columns and random UUIDs are nobody's shared counter. */
    private final class Strategy extends AnnotationVisitor {

        private final String member;
        private final String type;
        private String strategy = "AUTO";

        Strategy(String member, String type) {
            super(API);
            this.member = member;
            this.type = type;
        }

        @Override
        public void visitEnum(String attribute, String descriptor, String value) {
            strategy = value;
        }

        @Override
        public void visitEnd() {
            boolean random = strategy.equals("AUTO") && type.equals("java.util.UUID");
            if (!strategy.equals("IDENTITY") && !random) {
                sharedGenerators.add("@GeneratedValue(" + strategy + ") on " + name + "." + member);
            }
        }
    }
}
