package io.binnacle.platform.storage.schema;

import io.binnacle.platform.api.json.Json;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One migration.
 *
 * @param version its number, from 1
 * @param file its name, such as {@code V1__opportunities.sql}
 */
public record Script(int version, String file, String sql) {

    private static final Pattern NAME = Pattern.compile("V(\\d{1,6})__\\w+\\.sql");

    /** The script in {@code file}; line ends do not count, as a checkout may change them. */
    public static Script of(String file, String sql) {
        int version = version(file)
                .orElseThrow(() -> new MigrationException(
                        "db/" + file + " is not named like V1__what.sql, so its place in the order is unknown"));
        return new Script(version, file, sql.replace("\r\n", "\n"));
    }

    private static Optional<Integer> version(String file) {
        Matcher match = NAME.matcher(file);
        return match.matches() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
    }

    String checksum() {
        return Json.sha256(sql);
    }
}
