package io.binnacle.platform.plugins.archive;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.binnacle.platform.api.json.Json;
import io.binnacle.platform.packager.Keys;
import io.binnacle.platform.packager.Packager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** The plugin {@code io.acme.energy}, good unless a test makes it bad, and the keys around it. */
final class AcmePlugin {

    static final Keys OFFICIAL = Keys.generate();
    static final Keys ACME = Keys.generate();

    final ObjectNode template = Json.object();
    final Map<String, String> headers = new TreeMap<>();
    final SortedMap<String, byte[]> inBundle = new TreeMap<>();
    final SortedMap<String, byte[]> files = new TreeMap<>();

    AcmePlugin() {
        template.put("format", 1)
                .put("id", "io.acme.energy")
                .put("version", "1.2.0")
                .put("name", "Energy")
                .put("publisher", "acme")
                .put("platform", "[0.1,1)");
        headers.put("Bundle-ManifestVersion", "2");
        headers.put("Bundle-SymbolicName", "io.acme.energy");
        headers.put("Bundle-Version", "1.2.0");
        inBundle.put("io/acme/energy/Meter.class", emptyClass("io/acme/energy/Meter"));
        files.put("content/pack.json", utf8("{\"levers\":[]}"));
    }

    /** Keys of the makers and of acme, and no others. */
    static TrustStore trust(Path folder, String... unsignedAllowed) throws IOException {
        Files.createDirectories(folder.resolve("trusted"));
        Files.writeString(folder.resolve("official.pub"), OFFICIAL.publicKey() + "\n");
        Files.writeString(folder.resolve("trusted/acme.pub"), ACME.publicKey() + "\n");
        return new TrustStore(folder, Set.of(unsignedAllowed));
    }

    AcmePlugin header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    AcmePlugin permission(String... permissions) {
        ArrayNode asked = template.putArray("permissions");
        for (String permission : permissions) {
            asked.add(permission);
        }
        return this;
    }

    AcmePlugin inBundle(String path, byte[] bytes) {
        inBundle.put(path, bytes);
        return this;
    }

    AcmePlugin content(String path, byte[] bytes) {
        files.put("content/" + path, bytes);
        return this;
    }

    Path signedBy(Keys keys, Path archive) throws IOException {
        return pack(Optional.of(keys), archive);
    }

    Path unsigned(Path archive) throws IOException {
        return pack(Optional.empty(), archive);
    }

    /** The bundle alone, as a plugin. */
    Path plain(Path jar) throws IOException {
        header("Binnacle-Plugin-Id", "io.acme.energy");
        header("Binnacle-Plugin-Name", "Energy");
        header("Binnacle-Plugin-Publisher", "acme");
        header("Binnacle-Plugin-Platform", "[0.1,1)");
        return Files.write(jar, jar());
    }

    byte[] jar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        headers.forEach(manifest.getMainAttributes()::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            for (Map.Entry<String, byte[]> entry : inBundle.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** A class whose one method calls another one. */
    static byte[] calling(String name, String owner, String method, String descriptor, boolean ofInterface) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "call", "()V", null, null);
        code.visitCode();
        code.visitMethodInsn(
                ofInterface ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKESTATIC, owner, method, descriptor, ofInterface);
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(1, 1);
        code.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    static byte[] emptyClass(String name) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        writer.visitEnd();
        return writer.toByteArray();
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private Path pack(Optional<Keys> keys, Path archive) throws IOException {
        SortedMap<String, byte[]> all = new TreeMap<>(files);
        all.putIfAbsent("bundles/energy.jar", jar());
        return Files.write(archive, new Packager(keys).archive(template, all));
    }
}
