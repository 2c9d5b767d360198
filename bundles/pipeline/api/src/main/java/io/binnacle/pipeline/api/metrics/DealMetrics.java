package io.binnacle.pipeline.api.metrics;

import io.binnacle.pipeline.api.HistoryQuality;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * One open deal's slip and age.
 *
 * @param slip empty when its history is not known, or it never had a close date
 * @param ageing empty when its history is not known
 */
public record DealMetrics(
        UUID id,
        String name,
        Optional<UUID> owner,
        String pipeline,
        String stage,
        SizeBand sizeBand,
        Optional<LocalDate> closeDate,
        HistoryQuality historyQuality,
        Optional<Slip> slip,
        Optional<Ageing> ageing) {}
