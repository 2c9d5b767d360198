package io.binnacle.console;

import java.util.Map;

/** The media types of the kinds of file that the console has. */
final class ContentTypes {

    private static final Map<String, String> BY_ENDING = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "txt", "text/plain;charset=utf-8");

    private ContentTypes() {}

    /** @throws IllegalArgumentException when the bundle was built with a file of another kind */
    static String of(String path) {
        String type = BY_ENDING.get(path.substring(path.lastIndexOf('.') + 1));
        if (type == null) {
            throw new IllegalArgumentException("the console knows no media type for " + path);
        }
        return type;
    }
}
