package io.binnacle.pipeline.core.imports.mapping;

import io.binnacle.pipeline.api.imports.ImportFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Registers the formats of Salesforce, Dynamics 365 and HubSpot, each told by a mapping in this bundle. */
@Component
public final class ShippedMappings {

    private static final String LIST = "/mappings/mappings.txt";

    /** The services go when this bundle does. */
    @Activate
    public ShippedMappings(BundleContext bundle) {
        formats().forEach(format -> bundle.registerService(ImportFormat.class, format, null));
    }

    /** The formats. */
    public static List<ImportFormat> formats() {
        return Arrays.stream(text(LIST).split("\n"))
                .map(file -> (ImportFormat) MappingReader.read(Optional.empty(), text("/mappings/" + file)))
                .toList();
    }

    private static String text(String path) {
        try (InputStream in = ShippedMappings.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
