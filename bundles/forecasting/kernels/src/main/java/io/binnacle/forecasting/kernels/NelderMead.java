package io.binnacle.forecasting.kernels;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/**
 * The downhill simplex of Nelder &amp; Mead (1965) within bounds, with coefficients that depend on the dimension
 * (Gao &amp; Han 2012). For the few parameters of a forecast model, whose likelihoods are flat and rough: what
 * leaves the bounds is moved onto them, and nothing is allocated while it searches.
 */
public final class NelderMead {

    private static final int EVALUATIONS_PER_DIMENSION = 100;

    private final ToDoubleFunction<double[]> function;
    private final double[] low;
    private final double[] high;
    private final int dimension;
    private final double expansion;
    private final double contraction;
    private final double shrinkage;
    private final double[][] simplex;
    private final double[] value;
    private final double[] centre;
    private final double[] reflected;
    private final double[] tried;
    private int evaluations;
    private int best;
    private int worst;
    private int secondWorst;

    /** @param function to be minimised; it must not keep the array it is given */
    public NelderMead(ToDoubleFunction<double[]> function, double[] low, double[] high) {
        this.function = function;
        this.low = low;
        this.high = high;
        dimension = low.length;
        expansion = dimension > 2 ? 1 + 2.0 / dimension : 2;
        contraction = dimension > 2 ? 0.75 - 0.5 / dimension : 0.5;
        shrinkage = dimension > 2 ? 1 - 1.0 / dimension : 0.5;
        simplex = new double[dimension + 1][dimension];
        value = new double[dimension + 1];
        centre = new double[dimension];
        reflected = new double[dimension];
        tried = new double[dimension];
    }

    /**
     * Moves {@code point} to the least value found.
     *
     * @param step the length of the first simplex along each axis, as a share of the range
     * @param tolerance ends the search when the simplex's values differ by less than this
     * @return the value there
     */
    public double minimise(double[] point, double step, double tolerance) {
        evaluations = 0;
        spread(point, step);
        int most = EVALUATIONS_PER_DIMENSION * dimension;
        for (rank(); value[worst] - value[best] > tolerance && evaluations < most; rank()) {
            replaceWorst();
        }
        System.arraycopy(simplex[best], 0, point, 0, dimension);
        return value[best];
    }

    private void spread(double[] start, double step) {
        for (int corner = 0; corner <= dimension; corner++) {
            System.arraycopy(start, 0, simplex[corner], 0, dimension);
            if (corner > 0) {
                int axis = corner - 1;
                double length = step * (high[axis] - low[axis]);
                simplex[corner][axis] += start[axis] + length <= high[axis] ? length : -length;
            }
            value[corner] = evaluate(simplex[corner]);
        }
    }

    private void rank() {
        best = 0;
        worst = 0;
        for (int corner = 1; corner <= dimension; corner++) {
            best = value[corner] < value[best] ? corner : best;
            worst = value[corner] >= value[worst] ? corner : worst;
        }
        secondWorst = best;
        for (int corner = 0; corner <= dimension; corner++) {
            secondWorst = corner != worst && value[corner] > value[secondWorst] ? corner : secondWorst;
        }
    }

    private void replaceWorst() {
        centreWithoutWorst();
        double atReflected = towards(simplex[worst], -1, reflected);
        if (atReflected < value[best]) {
            double atTried = towards(reflected, expansion, tried);
            accept(atTried < atReflected ? tried : reflected, Math.min(atTried, atReflected));
        } else if (atReflected < value[secondWorst]) {
            accept(reflected, atReflected);
        } else {
            boolean outside = atReflected < value[worst];
            double atTried = towards(outside ? reflected : simplex[worst], contraction, tried);
            if (atTried < Math.min(atReflected, value[worst])) {
                accept(tried, atTried);
            } else {
                shrink();
            }
        }
    }

    private void centreWithoutWorst() {
        Arrays.fill(centre, 0);
        for (int corner = 0; corner <= dimension; corner++) {
            for (int axis = 0; axis < dimension && corner != worst; axis++) {
                centre[axis] += simplex[corner][axis] / dimension;
            }
        }
    }

    private double towards(double[] target, double share, double[] result) {
        for (int axis = 0; axis < dimension; axis++) {
            result[axis] = bounded(axis, centre[axis] + share * (target[axis] - centre[axis]));
        }
        return evaluate(result);
    }

    private void accept(double[] point, double at) {
        System.arraycopy(point, 0, simplex[worst], 0, dimension);
        value[worst] = at;
    }

    private void shrink() {
        for (int corner = 0; corner <= dimension; corner++) {
            if (corner != best) {
                for (int axis = 0; axis < dimension; axis++) {
                    simplex[corner][axis] =
                            simplex[best][axis] + shrinkage * (simplex[corner][axis] - simplex[best][axis]);
                }
                value[corner] = evaluate(simplex[corner]);
            }
        }
    }

    private double bounded(int axis, double unbounded) {
        return Math.max(low[axis], Math.min(high[axis], unbounded));
    }

    private double evaluate(double[] point) {
        evaluations++;
        return function.applyAsDouble(point);
    }
}
