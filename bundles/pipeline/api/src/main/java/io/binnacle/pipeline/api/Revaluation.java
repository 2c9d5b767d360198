package io.binnacle.pipeline.api;

import io.binnacle.platform.api.money.Money;

/**
 * One amount at two ends of time.
 *
 * @param effect closing less opening: the difference that the rates alone make
 */
public record Revaluation(Converted opening, Converted closing, Money effect) {}
