package io.binnacle.forecasting.kernels.hierarchy;

import java.util.Arrays;

/**
 * How the errors of all series vary together.
 *
 * @param matrix symmetric and positive definite
 * @param shrinkage how far it was drawn to its diagonal, from 0 to 1
 */
public record ErrorCovariance(double[][] matrix, double shrinkage) {

    /** Below this share of the largest variance a series counts as never wrong, which nobody is. */
    private static final double LEAST = 1e-10;

    /** Each series alike and on its own, which makes reconciliation ordinary least squares. */
    public static ErrorCovariance alike(int series) {
        double[] ones = new double[series];
        Arrays.fill(ones, 1);
        return diagonal(ones);
    }

    /** Each series by how many it sums: no errors are needed (Athanasopoulos, Hyndman, Kourentzes, Petropoulos 2017). */
    public static ErrorCovariance structural(Summation summation) {
        return diagonal(summation.sizes());
    }

    /** Each series by its own errors. */
    public static ErrorCovariance variances(double[][] errors) {
        return diagonal(diagonalOf(moments(errors)));
    }

    /**
     * The errors' second moments, drawn to their diagonal as far as they are uncertain (Schäfer and Strimmer 2005, as
     * Wickramasuriya, Athanasopoulos and Hyndman 2019 use it for MinT).
     *
     * @param errors by time, then by series; at least two times
     */
    public static ErrorCovariance shrunk(double[][] errors) {
        double[][] moments = moments(errors);
        double[] variances = diagonalOf(moments);
        double shrinkage = shrinkage(errors, moments, variances);
        double[][] matrix = new double[variances.length][variances.length];
        for (int i = 0; i < variances.length; i++) {
            for (int j = 0; j < variances.length; j++) {
                matrix[i][j] = i == j ? variances[i] : (1 - shrinkage) * moments[i][j];
            }
        }
        return new ErrorCovariance(matrix, shrinkage);
    }

    private static double shrinkage(double[][] errors, double[][] moments, double[] variances) {
        int n = errors.length;
        double uncertain = 0;
        double correlated = 0;
        for (int i = 0; i < variances.length; i++) {
            for (int j = 0; j < i; j++) {
                double scale = Math.sqrt(variances[i] * variances[j]);
                double sum = 0;
                double squares = 0;
                for (double[] at : errors) {
                    double product = at[i] * at[j] / scale;
                    sum += product;
                    squares += product * product;
                }
                uncertain += (squares - sum * sum / n) / (n * (n - 1.0));
                correlated += Math.pow(moments[i][j] / scale, 2);
            }
        }
        return correlated == 0 ? 1 : Math.max(0, Math.min(1, uncertain / correlated));
    }

    private static double[][] moments(double[][] errors) {
        if (errors.length < 2) {
            throw new IllegalArgumentException("errors of at least two times are needed, not " + errors.length);
        }
        int series = errors[0].length;
        double[][] moments = new double[series][series];
        for (double[] at : errors) {
            for (int i = 0; i < series; i++) {
                for (int j = 0; j <= i; j++) {
                    moments[i][j] += at[i] * at[j] / errors.length;
                }
            }
        }
        for (int i = 0; i < series; i++) {
            for (int j = 0; j < i; j++) {
                moments[j][i] = moments[i][j];
            }
        }
        return moments;
    }

    private static double[] diagonalOf(double[][] matrix) {
        double[] diagonal = new double[matrix.length];
        double largest = 0;
        for (int i = 0; i < matrix.length; i++) {
            diagonal[i] = matrix[i][i];
            largest = Math.max(largest, diagonal[i]);
        }
        double least = largest == 0 ? 1 : LEAST * largest;
        return Arrays.stream(diagonal).map(value -> Math.max(value, least)).toArray();
    }

    private static ErrorCovariance diagonal(double[] values) {
        double[][] matrix = new double[values.length][values.length];
        for (int i = 0; i < values.length; i++) {
            matrix[i][i] = values[i];
        }
        return new ErrorCovariance(matrix, 1);
    }
}
