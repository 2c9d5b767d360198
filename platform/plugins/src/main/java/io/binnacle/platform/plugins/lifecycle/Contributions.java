package io.binnacle.platform.plugins.lifecycle;

import io.binnacle.platform.api.plugin.ContributionReview;
import io.binnacle.platform.plugins.archive.PluginManifest;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks those who take in what plugins bring whether they have taken it. */
final class Contributions {

    private static final Logger LOG = LoggerFactory.getLogger(Contributions.class);

    private final BundleContext context;

    private record Contributor(String name, String version) {}

    Contributions(BundleContext context) {
        this.context = context;
    }

    /** Why something of the plugin is not taken, each in a sentence. */
    List<String> refusals(RunningPlugin plugin) {
        return reviews().stream()
                .flatMap(review -> refusals(review, plugin).stream())
                .distinct()
                .toList();
    }

    private List<String> refusals(ServiceReference<ContributionReview> reference, RunningPlugin plugin) {
        ContributionReview review = context.getService(reference);
        if (review == null) {
            return List.of();
        }
        try {
            return contributors(plugin)
                    .flatMap(one -> review.refusals(one.name(), one.version()).stream())
                    .toList();
        } catch (RuntimeException | LinkageError e) {
            // Its own fault must not keep other people's plugins out.
            LOG.warn("{} cannot tell what it refuses", reference.getBundle(), e);
            return List.of();
        } finally {
            context.ungetService(reference);
        }
    }

    private Collection<ServiceReference<ContributionReview>> reviews() {
        try {
            return context.getServiceReferences(ContributionReview.class, null);
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Contributor> contributors(RunningPlugin plugin) {
        PluginManifest manifest = plugin.plugin().manifest();
        return Stream.concat(
                        Stream.of(new Contributor(
                                manifest.id(), manifest.version().toString())),
                        plugin.bundles().stream()
                                .map(bundle -> new Contributor(
                                        bundle.getSymbolicName(),
                                        bundle.getVersion().toString())))
                .distinct();
    }
}
