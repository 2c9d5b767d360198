package io.binnacle.forecasting.api;

/**
 * A forecast and where it came from; the same inputs hash, model and version give the same forecast.
 *
 * @param series the name of the series that was forecast
 * @param model the model that answered
 * @param inputHash SHA-256, in hexadecimal, of the series, the season length and the outlook
 */
public record ForecastAnswer(String series, ModelInfo model, String inputHash, Forecast forecast) {}
