package io.binnacle.industry.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** The industries that packs have brought and that are in use. Any thread may call. */
@ProviderType
public interface Industries {

    /** The packs in use, by id. */
    List<PackContent> packs();

    /** The pack in use with this id. */
    Optional<PackContent> find(String id);

    /**
     * The benchmarks of an industry that rest on at least {@link Benchmark#FEWEST} firms.
     *
     * @param metric only of this metric; empty for all
     * @throws io.binnacle.platform.api.error.PlatformException {@link IndustryError#INDUSTRY_NOT_FOUND}
     */
    List<Benchmark> benchmarks(String id, Optional<String> metric);

    /**
     * What a lever is worth with these variables. One that is left out takes its typical range, and the middle of it
     * as its value.
     *
     * @param currency of the inputs; needed when the lever's sentence names it
     * @throws io.binnacle.platform.api.error.PlatformException {@link IndustryError#INDUSTRY_NOT_FOUND},
     *     {@link IndustryError#LEVER_NOT_FOUND}, {@link IndustryError#INVALID_LEVER_INPUT} with the variables at fault
     */
    LeverValue evaluate(String id, String lever, Map<String, Estimate> variables, Optional<String> currency);
}
