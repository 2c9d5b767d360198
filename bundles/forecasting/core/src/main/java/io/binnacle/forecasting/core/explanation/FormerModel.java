package io.binnacle.forecasting.core.explanation;

import io.binnacle.forecasting.api.ForecastAnswer;
import io.binnacle.forecasting.api.ForecastError;
import io.binnacle.forecasting.api.Forecasts;
import io.binnacle.forecasting.api.ModelInfo;
import io.binnacle.forecasting.api.Outlook;
import io.binnacle.forecasting.api.TimeSeries;
import io.binnacle.forecasting.core.runs.ForecastRun;
import io.binnacle.platform.api.error.PlatformException;
import java.util.Optional;

/** The model and build that made a forecast, asked about other data. */
record FormerModel(Forecasts forecasts, ForecastRun run) {

    private static final int DIGEST_SHOWN = 12;

    /** What it forecasts for the {@code periods} from {@code first} on, of a history that ends at {@code end}. */
    Means forecast(TimeSeries history, long end, long first, int periods) {
        if (history.length() == 0) {
            return Means.missing("Nothing that was known then is known now.");
        }
        int skip = Math.toIntExact(first - end);
        Outlook then = run.input().outlook();
        Outlook outlook = new Outlook(Math.max(then.horizon(), skip + periods), then.levels(), then.seed());
        try {
            ForecastAnswer answer = forecasts.forecast(run.series(), history, outlook, Optional.of(name()));
            return isSame(answer) ? Means.of(answer.forecast(), skip, periods) : Means.missing(absent());
        } catch (PlatformException e) {
            return Means.missing(e.code() == ForecastError.MODEL_NOT_FOUND ? absent() : e.getMessage() + ".");
        }
    }

    private boolean isSame(ForecastAnswer answer) {
        return answer.model().equals(run.model())
                && RunPair.sameBuilds(
                        run.forecast().members(), answer.forecast().members());
    }

    private String name() {
        return run.model().id() + "@" + run.model().version();
    }

    private String absent() {
        ModelInfo model = run.model();
        return ("%s %s of %s (digest %s), or a model that it asks, is not there any more as it was; install that build"
                        + " again to tell these apart.")
                .formatted(model.id(), model.version(), model.bundle(), shortened(model.digest()));
    }

    static String shortened(String digest) {
        return digest.substring(0, Math.min(digest.length(), DIGEST_SHOWN));
    }
}
