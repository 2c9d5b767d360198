package io.binnacle.platform.plugins.archive;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** What one class file refers to, from its constant pool and the types of its own members. */
final class ClassReferences {

    private static final Pattern TYPE = Pattern.compile("L([^;<]+);");
    private static final int CLASS = 7;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_TYPE = 16;

    private final ClassReader reader;
    private final char[] buffer;
    private final Set<String> classes = new TreeSet<>();
    private final Set<ClassMember> members = new TreeSet<>();

    ClassReferences(byte[] classFile) {
        this.reader = new ClassReader(classFile);
        this.buffer = new char[reader.getMaxStringLength()];
        for (int i = 1; i < reader.getItemCount(); i++) {
            int item = reader.getItem(i);
            if (item > 0) {
                collect(reader.readByte(item - 1), item);
            }
        }
        reader.accept(new OwnMembers(), ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    /** With dots. */
    String name() {
        return reader.getClassName().replace('/', '.');
    }

    /** With slashes. */
    Set<String> classes() {
        return classes;
    }

    Set<ClassMember> members() {
        return members;
    }

    private void collect(int tag, int item) {
        switch (tag) {
            case CLASS -> type(reader.readUTF8(item, buffer));
            case FIELD, METHOD, INTERFACE_METHOD -> member(tag, item);
            case NAME_AND_TYPE -> types(reader.readUTF8(item + 2, buffer));
            case METHOD_TYPE -> types(reader.readUTF8(item, buffer));
            default -> {
                // Numbers and texts refer to nothing.
            }
        }
    }

    private void member(int tag, int item) {
        int nameAndType = reader.getItem(reader.readUnsignedShort(item + 2));
        members.add(new ClassMember(
                reader.readClass(item, buffer),
                reader.readUTF8(nameAndType, buffer),
                reader.readUTF8(nameAndType + 2, buffer),
                tag != FIELD));
    }

    private void type(String name) {
        if (name.startsWith("[")) {
            types(name);
        } else {
            classes.add(name);
        }
    }

    private void types(String descriptor) {
        TYPE.matcher(descriptor).results().forEach(found -> classes.add(found.group(1)));
    }

    private final class OwnMembers extends ClassVisitor {

        OwnMembers() {
            super(Opcodes.ASM9);
        }

        @Override
        public FieldVisitor visitField(int access, String name, String descriptor, String generics, Object value) {
            types(descriptor);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String generics, String[] exceptions) {
            types(descriptor);
            return null;
        }
    }
}
