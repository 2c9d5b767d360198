package io.binnacle.pipeline.api.stages;

import io.binnacle.platform.api.security.Principal;
import io.binnacle.platform.api.time.AsOf;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The pipelines of the tenant, one per motion. Any thread may call.
 *
 * <p>The standard one is always there and takes every stage until somebody gives it stages. Deals whose pipeline or
 * stage is none of these stay as they are and can be read; hygiene names them.
 */
@ProviderType
public interface Pipelines {

    /** The id of the pipeline of deals that name none. */
    UUID STANDARD = new UUID(0, 0);

    /** All pipelines at a point in both times, by key. */
    List<Pipeline> all(AsOf asOf);

    /** One pipeline; empty when there was none at that point in both times. */
    Optional<Pipeline> find(UUID id, AsOf asOf);

    /** The pipeline that deals call by this key. */
    Optional<Pipeline> named(String key, AsOf asOf);

    /**
     * Adds a pipeline; its id and version are given to it.
     *
     * @throws io.binnacle.platform.api.error.PlatformException INVALID_PIPELINE with the fields at fault
     */
    Pipeline create(Pipeline wanted, Principal by, String reason);

    /**
     * Replaces a pipeline.
     *
     * @param wanted with the version that the caller has seen
     * @throws io.binnacle.platform.api.error.PlatformException PIPELINE_NOT_FOUND, STALE_VERSION when it has
     *     another version by now, INVALID_PIPELINE with the fields at fault
     */
    Pipeline replace(Pipeline wanted, Principal by, String reason);
}
