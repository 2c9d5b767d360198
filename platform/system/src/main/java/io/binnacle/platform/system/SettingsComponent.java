package io.binnacle.platform.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Hashtable;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;

/**
 * Hands the settings to the components: section {@code gateway} is the configuration
 * {@code io.binnacle.gateway}. Starts before all components that are configured, so that each of them is
 * activated once, with what was set.
 */
@Component(
        immediate = true,
        service = {})
public final class SettingsComponent {

    private static final String PREFIX = "io.binnacle.";

    @Activate
    public SettingsComponent(
            BundleContext context,
            @Reference ConfigurationAdmin configurations,
            @Reference(
                            service = Consumer.class,
                            target = "(binnacle.fatal=true)",
                            cardinality = ReferenceCardinality.OPTIONAL)
                    Consumer<String> fatal)
            throws IOException {
        Path file = Path.of(context.getProperty("binnacle.home"), "conf", "binnacle.json");
        try {
            apply(Settings.read(file, System.getenv(), systemProperties()), configurations);
        } catch (JsonProcessingException e) {
            String sentence = "The settings in " + file + " cannot be read: " + e.getOriginalMessage() + " (line "
                    + e.getLocation().getLineNr() + "). Mend the file and start again.";
            Optional.ofNullable(fatal)
                    .orElseThrow(() -> new IllegalStateException(sentence))
                    .accept(sentence);
        }
    }

    private static void apply(Settings settings, ConfigurationAdmin configurations) throws IOException {
        for (Map.Entry<String, Map<String, Object>> section :
                settings.sections().entrySet()) {
            configurations
                    .getConfiguration(PREFIX + section.getKey(), "?")
                    .updateIfDifferent(new Hashtable<>(section.getValue()));
        }
    }

    private static Map<String, String> systemProperties() {
        Map<String, String> properties = new TreeMap<>();
        System.getProperties().stringPropertyNames().forEach(name -> properties.put(name, System.getProperty(name)));
        return properties;
    }
}
