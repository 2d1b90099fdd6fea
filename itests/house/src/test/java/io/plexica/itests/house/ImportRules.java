package io.plexica.itests.house;

import static com.tngtech.archunit.lang.conditions.ArchConditions.callMethodWhere;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.plexica.itests.house.Room.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/** Who may import whom. */
final class ImportRules {

    private static final Set<Kind> CONTRACTS = Set.of(Kind.API, Kind.SPI);
    private static final Set<String> BUNDLE_CALLS = Set.of(
            "installBundle",
            "start",
            "stop",
            "update",
            "uninstall",
            "refreshBundles",
            "resolveBundles",
            "setStartLevel");
    private static final Set<String> BUNDLE_TYPES = Set.of(
            "org.osgi.framework.Bundle",
            "org.osgi.framework.BundleContext",
            "org.osgi.framework.wiring.FrameworkWiring",
            "org.osgi.framework.startlevel.FrameworkStartLevel",
            "org.osgi.framework.startlevel.BundleStartLevel");

    private final House house;

    ImportRules(House house) {
        this.house = house;
    }

    /** The rooms that one kind of room may use, itself aside, and the libraries. */
    ArchRule of(Kind kind, BiPredicate<Room, Room> rooms, BiPredicate<Room, String> libraries) {
        return classes()
                .that(liveIn(kind))
                .should(useOnly(rooms, libraries))
                .allowEmptyShould(true)
                .as("imports of " + kind);
    }

    ArchRule api() {
        return of(Kind.API, (room, other) -> false, (room, name) -> Libraries.within(name, Libraries.CONTRACT));
    }

    ArchRule spi() {
        return of(
                Kind.SPI,
                (room, other) -> other.kind() == Kind.API,
                (room, name) -> Libraries.within(name, Libraries.SPI));
    }

    ArchRule coreServices() {
        return of(
                Kind.CORE,
                (room, other) -> CONTRACTS.contains(other.kind()) || other.kind() == Kind.SHELL,
                ImportRules::generalOrOwned);
    }

    ArchRule adapters() {
        return of(Kind.ADAPTER, (room, other) -> CONTRACTS.contains(other.kind()), ImportRules::generalOrOwned);
    }

    ArchRule plugins() {
        return of(
                Kind.PLUGIN,
                (room, other) -> other.kind() == Kind.API || other.kind() == Kind.PLUGIN_API,
                (room, name) -> Libraries.within(name, Libraries.PLUGIN));
    }

    ArchRule pluginApis() {
        return of(
                Kind.PLUGIN_API,
                (room, other) -> other.kind() == Kind.API,
                (room, name) -> Libraries.within(name, Libraries.PLUGIN));
    }

    /** Plugins come and go through one room alone. */
    ArchRule framework() {
        DescribedPredicate<JavaMethodCall> movesBundles = DescribedPredicate.describe(
                "installs, starts, stops, updates, refreshes or uninstalls a bundle",
                call -> BUNDLE_TYPES.contains(call.getTargetOwner().getName())
                        && BUNDLE_CALLS.contains(call.getTarget().getName()));
        return noClasses()
                .that(DescribedPredicate.describe(
                        "live outside platform/plugins",
                        type -> house.roomOf(type)
                                .filter(room -> !room.folder().equals("platform/plugins"))
                                .isPresent()))
                .should(callMethodWhere(movesBundles))
                .allowEmptyShould(true);
    }

    /** What decides about rights can be tested, and trusted, without anything around it. */
    ArchRule decisionEngine() {
        String engine = "io.plexica.authorization.internal.engine";
        return classes()
                .that()
                .resideInAPackage(engine)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(engine, "java..", "org.jspecify.annotations")
                .allowEmptyShould(true);
    }

    ArchRule packagesWithoutCycles() {
        return SlicesRuleDefinition.slices()
                .assignedFrom(new SliceAssignment() {
                    @Override
                    public SliceIdentifier getIdentifierOf(JavaClass type) {
                        return SliceIdentifier.of(type.getPackageName());
                    }

                    @Override
                    public String getDescription() {
                        return "packages";
                    }
                })
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    /** A room's packages begin with its name. */
    ArchRule namesOfPackages() {
        return classes()
                .should(new ArchCondition<JavaClass>("live in the package that their room is named after") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        house.roomOf(type)
                                .filter(room -> !Libraries.within(type.getPackageName(), List.of(room.name())))
                                .ifPresent(room -> events.add(SimpleConditionEvent.violated(
                                        type,
                                        room + " holds " + type.getName() + ", not in a package " + room.name())));
                    }
                })
                .allowEmptyShould(true);
    }

    private DescribedPredicate<JavaClass> liveIn(Kind kind) {
        return DescribedPredicate.describe(
                "live in a room of kind " + kind,
                type -> house.roomOf(type).filter(room -> room.kind() == kind).isPresent());
    }

    private ArchCondition<JavaClass> useOnly(BiPredicate<Room, Room> rooms, BiPredicate<Room, String> libraries) {
        return new ArchCondition<>("use only what their room may") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Room room = house.roomOf(type).orElseThrow();
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    if (!allowed(room, dependency.getTargetClass().getBaseComponentType())) {
                        events.add(SimpleConditionEvent.violated(type, room + ": " + dependency.getDescription()));
                    }
                }
            }

            private boolean allowed(Room room, JavaClass target) {
                Optional<Room> other = house.roomOf(target);
                if (other.isPresent()) {
                    return other.get().equals(room) || rooms.test(room, other.get());
                }
                return target.isPrimitive() || libraries.test(room, target.getPackageName());
            }
        };
    }

    private static boolean generalOrOwned(Room room, String packageName) {
        return Libraries.within(packageName, Libraries.GENERAL) || Libraries.ownedBy(room, packageName);
    }
}
