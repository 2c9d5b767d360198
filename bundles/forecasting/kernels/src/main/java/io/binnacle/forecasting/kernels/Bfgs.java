package io.binnacle.forecasting.kernels;

import java.util.function.ToDoubleFunction;

/**
 * The quasi-Newton method of Broyden, Fletcher, Goldfarb &amp; Shanno without bounds (Nocedal &amp; Wright 2006,
 * chapter 6), with gradients by central differences. For smooth likelihoods of a handful of parameters.
 */
public final class Bfgs {

    private static final int MOST_ITERATIONS = 100;
    private static final int MOST_HALVINGS = 20;
    private static final double STEP = 1e-4;
    private static final double SUFFICIENT = 1e-4;

    private final ToDoubleFunction<double[]> function;
    private final double tolerance;
    private final int dimension;
    private final double[][] inverse;
    private final double[] direction;
    private double[] gradient;

    /**
     * @param function to be minimised; it must not keep the array it is given
     * @param tolerance ends the search when a step improves the value by less than this
     */
    public Bfgs(ToDoubleFunction<double[]> function, int dimension, double tolerance) {
        this.function = function;
        this.tolerance = tolerance;
        this.dimension = dimension;
        inverse = new double[dimension][dimension];
        direction = new double[dimension];
        gradient = new double[dimension];
    }

    /** Moves {@code point} to the least value found, and answers that value. */
    public double minimise(double[] point) {
        double value = function.applyAsDouble(point);
        gradient = gradient(point);
        forget();
        boolean fresh = true;
        for (int k = 0; k < MOST_ITERATIONS && dimension > 0; k++) {
            double next = step(point, value);
            boolean stuck = !(value - next > tolerance);
            value = Math.min(value, next);
            if (stuck && fresh) {
                break;
            }
            if (stuck) {
                forget();
            }
            fresh = stuck;
        }
        return value;
    }

    private double step(double[] point, double value) {
        double slope = aim();
        if (slope >= 0) {
            return value;
        }
        double[] start = point.clone();
        double length = 1;
        for (int k = 0; k < MOST_HALVINGS; k++, length /= 3) {
            for (int i = 0; i < dimension; i++) {
                point[i] = start[i] + length * direction[i];
            }
            double next = function.applyAsDouble(point);
            if (next <= value + SUFFICIENT * length * slope) {
                learn(length, gradient(point));
                return next;
            }
        }
        System.arraycopy(start, 0, point, 0, dimension);
        return value;
    }

    private double aim() {
        double slope = 0;
        for (int i = 0; i < dimension; i++) {
            direction[i] = -dot(inverse[i], gradient);
            slope += direction[i] * gradient[i];
        }
        return slope;
    }

    private void learn(double length, double[] after) {
        double[] change = new double[dimension];
        double curvature = 0;
        for (int i = 0; i < dimension; i++) {
            change[i] = after[i] - gradient[i];
            curvature += length * direction[i] * change[i];
        }
        gradient = after;
        if (curvature > 0) {
            update(length, change, curvature);
        }
    }

    private void update(double length, double[] change, double curvature) {
        double[] image = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            image[i] = dot(inverse[i], change);
        }
        double factor = 1 + dot(change, image) / curvature;
        for (int i = 0; i < dimension; i++) {
            double si = length * direction[i];
            for (int j = 0; j < dimension; j++) {
                double sj = length * direction[j];
                inverse[i][j] += (factor * si * sj - si * image[j] - image[i] * sj) / curvature;
            }
        }
    }

    private void forget() {
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                inverse[i][j] = i == j ? 1 : 0;
            }
        }
    }

    private double[] gradient(double[] point) {
        double[] slopes = new double[dimension];
        for (int i = 0; i < dimension; i++) {
            double at = point[i];
            point[i] = at + STEP;
            double above = function.applyAsDouble(point);
            point[i] = at - STEP;
            slopes[i] = (above - function.applyAsDouble(point)) / (2 * STEP);
            point[i] = at;
        }
        return slopes;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
