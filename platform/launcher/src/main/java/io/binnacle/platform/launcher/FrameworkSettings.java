package io.binnacle.platform.launcher;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.osgi.framework.Constants;

/** What the framework is told: the file {@code conf/framework.properties}, and where things are. */
final class FrameworkSettings {

    private FrameworkSettings() {}

    static Map<String, String> of(Layout layout) throws IOException {
        Properties file = new Properties();
        Path path = layout.home().resolve("conf").resolve("framework.properties");
        try (Reader reader = Files.newBufferedReader(path)) {
            file.load(reader);
        }
        Map<String, String> settings = new HashMap<>();
        file.stringPropertyNames().forEach(name -> settings.put(name, file.getProperty(name)));
        settings.put("binnacle.home", layout.home().toString());
        settings.put("binnacle.data", layout.data().toString());
        settings.put(Constants.FRAMEWORK_STORAGE, layout.frameworkCache().toString());
        settings.put(Constants.FRAMEWORK_BEGINNING_STARTLEVEL, "100");
        return settings;
    }
}
