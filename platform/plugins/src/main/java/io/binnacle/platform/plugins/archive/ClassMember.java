package io.binnacle.platform.plugins.archive;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/** A method or field that a class file refers to. */
record ClassMember(String owner, String name, String descriptor, boolean isMethod) implements Comparable<ClassMember> {

    private static final Comparator<ClassMember> ORDER = Comparator.comparing(ClassMember::owner)
            .thenComparing(ClassMember::name)
            .thenComparing(ClassMember::descriptor);

    /** What two members of one class cannot have in common. */
    String key() {
        return name + descriptor;
    }

    /** Such as {@code io.binnacle.pipeline.api.Accounts.find(UUID, String)}. */
    String readable() {
        return owner.replace('/', '.') + "." + name + (isMethod ? arguments() : "");
    }

    private String arguments() {
        return Arrays.stream(Type.getArgumentTypes(descriptor))
                .map(Type::getClassName)
                .map(type -> type.substring(type.lastIndexOf('.') + 1))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    @Override
    public int compareTo(ClassMember other) {
        return ORDER.compare(this, other);
    }
}
