package io.binnacle.platform.plugins.lifecycle;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.text.MessageFormat;
import java.time.Clock;
import java.util.List;
import java.util.ResourceBundle;

/** The log of one plugin: a file of its own, and the one before it when it has become long. */
final class PluginLog implements System.Logger {

    private static final long LONGEST = 5L * 1024 * 1024;

    private final String plugin;
    private final Path file;
    private final Clock clock;

    PluginLog(String plugin, Path file, Clock clock) {
        this.plugin = plugin;
        this.file = file;
        this.clock = clock;
    }

    /** The last lines, the oldest of them first. */
    List<String> tail(int lines) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<String> all = Files.readAllLines(file, StandardCharsets.UTF_8);
            return List.copyOf(all.subList(Math.max(0, all.size() - lines), all.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String getName() {
        return plugin;
    }

    @Override
    public boolean isLoggable(Level level) {
        return level.getSeverity() >= Level.INFO.getSeverity();
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String message, Throwable thrown) {
        if (isLoggable(level)) {
            write(level, message + (thrown == null ? "" : "\n" + stackTrace(thrown)));
        }
    }

    @Override
    public void log(Level level, ResourceBundle bundle, String format, Object... parameters) {
        if (isLoggable(level)) {
            write(
                    level,
                    parameters == null || parameters.length == 0 ? format : MessageFormat.format(format, parameters));
        }
    }

    /** A log that cannot be written must not stop the plugin. */
    private synchronized void write(Level level, String message) {
        try {
            Files.createDirectories(file.getParent());
            if (Files.exists(file) && Files.size(file) > LONGEST) {
                Files.move(file, file.resolveSibling(plugin + ".1.log"), StandardCopyOption.REPLACE_EXISTING);
            }
            Files.writeString(
                    file,
                    clock.instant() + " " + level + " " + message.replaceAll("[\\p{Cntrl}&&[^\n\t]]", " ") + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            org.slf4j.LoggerFactory.getLogger(PluginLog.class).debug("{} cannot be written", file, e);
        }
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
