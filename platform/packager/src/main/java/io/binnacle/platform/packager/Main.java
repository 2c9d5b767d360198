package io.binnacle.platform.packager;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The packager on the command line. */
public final class Main {

    private static final String USAGE = """
            pack FOLDER ARCHIVE [KEY]          packs plugin.json, bundles/ and content/ of a folder, signed with KEY
            keygen KEY                         makes a key pair: KEY to sign with, and its .pub for others
            index FOLDER NAME EXPIRES KEY      makes the signed index of a folder of plugins; EXPIRES as 2027-01-31T00:00:00Z
            """;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) {
        try {
            System.out.println(answer(arguments));
            return 0;
        } catch (NoSuchFileException e) {
            System.err.println("There is no file " + e.getFile());
            return 1;
        } catch (IOException | DateTimeException e) {
            System.err.println(e.getMessage());
            return 1;
        } catch (IllegalArgumentException e) {
            System.err.print(USAGE);
            return 2;
        }
    }

    private static String answer(List<String> arguments) throws IOException {
        String shape = arguments.isEmpty() ? "" : arguments.get(0) + " " + (arguments.size() - 1);
        return switch (shape) {
            case "pack 2" -> pack(arguments, Optional.empty());
            case "pack 3" -> pack(arguments, Optional.of(Keys.read(Path.of(arguments.get(3)))));
            case "keygen 1" -> keygen(Path.of(arguments.get(1)));
            case "index 4" -> index(arguments);
            default -> throw new IllegalArgumentException(shape);
        };
    }

    private static String pack(List<String> arguments, Optional<Keys> keys) throws IOException {
        Path archive = new Packager(keys).pack(Path.of(arguments.get(1)), Path.of(arguments.get(2)));
        return archive + keys.map(key -> " is signed with the key " + key.id()).orElse(" is not signed");
    }

    private static String keygen(Path file) throws IOException {
        Keys keys = Keys.generate();
        keys.write(file);
        return "The key " + keys.id() + " is in " + file + "; keep it to yourself and give the .pub file to others";
    }

    private static String index(List<String> arguments) throws IOException {
        Keys keys = Keys.read(Path.of(arguments.get(4)));
        Path index = new CatalogueBuilder(keys)
                .build(Path.of(arguments.get(1)), arguments.get(2), Instant.parse(arguments.get(3)));
        return index + " is signed with the key " + keys.id();
    }
}
