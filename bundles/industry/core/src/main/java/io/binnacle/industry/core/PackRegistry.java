package io.binnacle.industry.core;

import static io.binnacle.industry.api.IndustryError.INDUSTRY_NOT_FOUND;
import static io.binnacle.industry.api.IndustryError.LEVER_NOT_FOUND;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.binnacle.industry.api.Benchmark;
import io.binnacle.industry.api.Estimate;
import io.binnacle.industry.api.Industries;
import io.binnacle.industry.api.IndustryPack;
import io.binnacle.industry.api.Lever;
import io.binnacle.industry.api.LeverMath;
import io.binnacle.industry.api.LeverValue;
import io.binnacle.industry.api.PackContent;
import io.binnacle.industry.api.PackFile;
import io.binnacle.platform.api.plugin.ContributionReview;
import io.binnacle.platform.api.plugin.PluginContent;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.Version;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The packs that plugins bring, as services or as files. */
@Component(
        immediate = true,
        service = {Industries.class, PackRegistry.class, ContributionReview.class})
public final class PackRegistry implements Industries, ContributionReview {

    private static final Logger LOG = LoggerFactory.getLogger(PackRegistry.class);

    private final Arrivals arrivals;

    @Activate
    public PackRegistry(BundleContext bundle) {
        this(content -> bundle.registerService(ActivePack.class, new ActivePack(content), null)::unregister);
    }

    PackRegistry(Function<PackContent, Runnable> publish) {
        this.arrivals = new Arrivals(publish);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addPack(ServiceReference<IndustryPack> reference, IndustryPack pack) {
        Bundle bundle = reference.getBundle();
        addPack(bundle.getSymbolicName(), bundle.getVersion(), pack);
    }

    void addPack(String plugin, Version version, IndustryPack pack) {
        add(pack, Arrival.of(plugin, version, pack::content, pack::golden));
    }

    void removePack(IndustryPack pack) {
        arrivals.remove(pack);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addContent(PluginContent plugin) {
        SortedMap<String, JsonNode> files = plugin.files();
        if (files.containsKey(PackFile.PACK)) {
            JsonNode golden = files.getOrDefault(PackFile.GOLDEN, MissingNode.getInstance());
            add(
                    plugin,
                    Arrival.of(
                            plugin.plugin(),
                            Version.parseVersion(plugin.version()),
                            () -> PackFile.content(files.get(PackFile.PACK)),
                            () -> PackFile.golden(golden)));
        }
    }

    void removeContent(PluginContent plugin) {
        arrivals.remove(plugin);
    }

    @Override
    public List<String> refusals(String contributor, String version) {
        Version wanted = Version.parseVersion(version);
        return arrivals.all().stream()
                .filter(arrival -> arrival.plugin().equals(contributor)
                        && arrival.version().equals(wanted))
                .flatMap(arrival -> arrival.problems().stream())
                .toList();
    }

    /** All packs that have come, fit or not. */
    List<Arrival> all() {
        return arrivals.all();
    }

    @Override
    public List<PackContent> packs() {
        return List.copyOf(arrivals.inUse().values());
    }

    @Override
    public Optional<PackContent> find(String id) {
        return Optional.ofNullable(arrivals.inUse().get(id));
    }

    @Override
    public List<Benchmark> benchmarks(String id, Optional<String> metric) {
        return require(id).benchmarks().stream()
                .filter(benchmark -> benchmark.n() >= Benchmark.FEWEST)
                .filter(benchmark -> metric.map(benchmark.metric()::equals).orElse(true))
                .toList();
    }

    @Override
    public LeverValue evaluate(String id, String lever, Map<String, Estimate> variables, Optional<String> currency) {
        PackContent pack = require(id);
        List<String> keys = pack.levers().stream().map(Lever::key).toList();
        Lever found = pack.lever(lever)
                .orElseThrow(() -> LEVER_NOT_FOUND.because("%s has no lever '%s'; it has %s", id, lever, keys));
        return LeverMath.evaluate(found, variables, currency);
    }

    private PackContent require(String id) {
        return find(id).orElseThrow(() -> unknown(id));
    }

    RuntimeException unknown(String id) {
        return INDUSTRY_NOT_FOUND.because(
                "no pack of the industry '%s' is in use; there are %s",
                id, arrivals.inUse().keySet());
    }

    private void add(Object service, Arrival arrival) {
        arrivals.add(service, arrival);
        if (!arrival.isFit()) {
            LOG.warn(
                    "the industry pack {} of {} {} is refused: {}",
                    arrival.id(),
                    arrival.plugin(),
                    arrival.version(),
                    String.join("; ", arrival.problems()));
        }
    }
}
