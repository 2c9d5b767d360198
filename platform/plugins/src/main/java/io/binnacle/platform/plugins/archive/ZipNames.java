package io.binnacle.platform.plugins.archive;

import static io.binnacle.platform.plugins.PluginError.PLUGIN_ARCHIVE_INVALID;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Refuses names that lead out of the folder they are unpacked to, or that two systems read differently. */
final class ZipNames {

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
    private static final Pattern UNPRINTABLE = Pattern.compile("\\p{Cntrl}");

    private ZipNames() {}

    static void check(String label, List<ZipItem> items) {
        Set<String> seen = new HashSet<>();
        Set<String> files = new HashSet<>();
        for (ZipItem item : items) {
            wrong(item).ifPresent(reason -> refuse(label, item, reason));
            String folded = folded(item.name());
            if (!seen.add(folded)) {
                refuse(label, item, "is there twice, at least where upper and lower case are the same");
            }
            if (!item.isFolder()) {
                files.add(folded);
            }
        }
        items.stream()
                .filter(item -> isBelowAFile(folded(item.name()), files))
                .findFirst()
                .ifPresent(item -> refuse(label, item, "is below another one that is a file"));
    }

    private static Optional<String> wrong(ZipItem item) {
        String name = item.name();
        if (UNPRINTABLE.matcher(name).find()) {
            return Optional.of("has a name with unprintable characters");
        }
        if (name.startsWith("/") || DRIVE.matcher(name).matches()) {
            return Optional.of("has an absolute path");
        }
        if (name.indexOf('\\') >= 0) {
            return Optional.of("has a path with a backslash");
        }
        if (Arrays.stream(name.split("/"))
                        .anyMatch(part -> List.of("", ".", "..").contains(part))
                || name.endsWith("//")
                || name.isEmpty()) {
            return Optional.of("has a path that leads elsewhere than it says");
        }
        if (!item.isPlain()) {
            return Optional.of("is a symbolic link or another special file");
        }
        return item.isFolder() && item.expanded() != 0 ? Optional.of("is a folder that holds data") : Optional.empty();
    }

    private static boolean isBelowAFile(String name, Set<String> files) {
        for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
            if (slash < name.length() - 1 && files.contains(name.substring(0, slash))) {
                return true;
            }
        }
        return false;
    }

    private static String folded(String name) {
        String bare = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
        return Normalizer.normalize(bare, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static void refuse(String label, ZipItem item, String reason) {
        String shown = UNPRINTABLE.matcher(label + item.name()).replaceAll("?");
        throw PLUGIN_ARCHIVE_INVALID.because("the entry '%s' %s; nothing was unpacked", shown, reason);
    }
}
