package io.binnacle.platform.plugins.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Which members classes have, inherited ones included, as the linker would find them. */
final class ClassHierarchy {

    private record Declared(List<String> parents, Set<String> members) {}

    private final ClassLookup lookup;
    private final Map<String, Optional<Declared>> known = new HashMap<>();

    ClassHierarchy(ClassLookup lookup) {
        this.lookup = lookup;
    }

    boolean has(String name) {
        return declared(name).isPresent();
    }

    /** Whether the member is there; a class with unknown ancestors may have anything. */
    boolean has(ClassMember member) {
        return has(member.owner(), member.key());
    }

    private boolean has(String owner, String key) {
        Optional<Declared> declared = declared(owner);
        return declared.isEmpty()
                || declared.get().members().contains(key)
                || declared.get().parents().stream().anyMatch(parent -> has(parent, key));
    }

    private Optional<Declared> declared(String name) {
        Optional<Declared> found = known.get(name);
        if (found == null) {
            found = lookup.find(name).or(() -> fromJava(name)).map(ClassHierarchy::read);
            known.put(name, found);
        }
        return found;
    }

    private static Optional<byte[]> fromJava(String name) {
        try (InputStream in = ClassLoader.getPlatformClassLoader().getResourceAsStream(name + ".class")) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Declared read(byte[] classFile) {
        ClassReader reader = new ClassReader(classFile);
        List<String> parents = new ArrayList<>(List.of(reader.getInterfaces()));
        Optional.ofNullable(reader.getSuperName()).ifPresent(parents::add);
        Members members = new Members();
        reader.accept(members, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return new Declared(parents, members.keys);
    }

    private static final class Members extends ClassVisitor {

        private final Set<String> keys = new HashSet<>();

        Members() {
            super(Opcodes.ASM9);
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String generics, Object value) {
            add(access, name + descriptor);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String generics, String[] exceptions) {
            add(access, name + descriptor);
            return null;
        }

        private void add(int access, String key) {
            if ((access & Opcodes.ACC_PRIVATE) == 0) {
                keys.add(key);
            }
        }
    }
}
