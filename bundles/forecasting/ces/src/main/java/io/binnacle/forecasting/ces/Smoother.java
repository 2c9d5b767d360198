package io.binnacle.forecasting.ces;

/** The states of complex exponential smoothing as they run over a series, forth and back. Not for several threads. */
final class Smoother {

    final ComplexStates levels;
    final ComplexStates seasons;

    private final boolean adds;

    Smoother(Season season, int seasonLength) {
        this(
                new ComplexStates(season == Season.SIMPLE ? seasonLength : 1),
                new ComplexStates(season.adds() ? seasonLength : 1),
                season.adds());
    }

    private Smoother(ComplexStates levels, ComplexStates seasons, boolean adds) {
        this.levels = levels;
        this.seasons = seasons;
        this.adds = adds;
    }

    Smoother copy() {
        return new Smoother(levels.copy(), seasons.copy(), adds);
    }

    /** With the same parameters, but with nothing observed other than zeros. */
    Smoother blank() {
        return new Smoother(levels.blank(), seasons.blank(), adds);
    }

    void set(Smoother other) {
        levels.set(other.levels);
        seasons.set(other.seasons);
    }

    void set(Parameters parameters) {
        levels.set(parameters.a0(), parameters.a1());
        seasons.set(parameters.b0(), parameters.b1());
    }

    double next(int time) {
        double level = levels.level[levels.phase(time)];
        return adds ? level + seasons.level[seasons.phase(time)] : level;
    }

    void absorb(double error, int time) {
        levels.absorb(error, levels.phase(time));
        if (adds) {
            seasons.absorb(error, seasons.phase(time));
        }
    }

    /** Runs over the series and adds up squared errors. */
    double forth(double[] values) {
        double squares = 0;
        for (int t = 0; t < values.length; t++) {
            double error = values[t] - next(t);
            squares += error * error;
            absorb(error, t);
        }
        return squares;
    }

    /** Runs back to before the first observation, where what the series began with is known best. */
    void back(double[] values) {
        for (int t = values.length - 1; t >= 0; t--) {
            absorb(values[t] - next(t), t);
        }
    }
}
