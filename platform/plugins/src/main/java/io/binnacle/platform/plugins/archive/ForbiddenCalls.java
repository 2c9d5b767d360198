package io.binnacle.platform.plugins.archive;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Calls that no plugin has a reason for. A look at class files finds mistakes, not malice: reflection gets around it. */
final class ForbiddenCalls {

    private static final Set<String> ENDS_THE_PLATFORM =
            Set.of("java/lang/System.exit", "java/lang/Runtime.exit", "java/lang/Runtime.halt");

    private ForbiddenCalls() {}

    /** A sentence for each of those in a class file; none when it is no class file at all. */
    static List<String> in(byte[] classFile) {
        try {
            ClassReferences references = new ClassReferences(classFile);
            Stream<String> calls = references.members().stream()
                    .map(member -> member.owner() + "." + member.name())
                    .filter(ENDS_THE_PLATFORM::contains);
            return calls.map(call -> "calls " + call.replace('/', '.') + " in " + references.name()
                            + ", which would end the platform")
                    .toList();
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return List.of();
        }
    }
}
