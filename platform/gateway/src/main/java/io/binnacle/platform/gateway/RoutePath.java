package io.binnacle.platform.gateway;

import java.util.regex.Pattern;

/** Paths of routes, such as {@code /api/v1/plans/{id}:restore}. */
final class RoutePath {

    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]*\\}|<[^>]*>|\\*");

    private RoutePath() {}

    /** {@code path} with all parameters called alike. */
    static String withoutNames(String path) {
        return PARAMETER.matcher(withoutTrailingSlash(path)).replaceAll("{}");
    }

    static String withoutTrailingSlash(String path) {
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /** Where the first parameter or wildcard begins; -1 when there is none. */
    static int firstParameter(String path) {
        for (int i = 0; i < path.length(); i++) {
            if ("{<*".indexOf(path.charAt(i)) >= 0) {
                return i;
            }
        }
        return -1;
    }
}
